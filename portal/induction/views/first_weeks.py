"""Before day one and the first six weeks: of one year, and all that is mine to do."""

from collections.abc import Iterator
from typing import Any

from flask import Response, g, request, url_for

from portal.audit import record_view
from portal.audit.views import take_away
from portal.clock import today
from portal.induction import beginning, operations, policies, queries
from portal.induction.firsts import FirstWeeks, Mine
from portal.induction.forms import PromiseForm
from portal.induction.models import FirstWeeksAnswer, FirstWeeksTask, Induction
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import conflict, done, show, wants_fragment

TASKS = "induction/_first_weeks.html"
MINE = "induction/_my_tasks.html"
ANSWER = "induction/answer_promise.html"
LIST = "list"


@induction.get("/inductions/<uuid:induction_id>/first-weeks")
@guard(policies.first_weeks, induction=Induction)
def first_weeks(induction: Induction) -> Response:
    """What is done by whom before day one and in the first six weeks of one year."""
    shown = _shown(induction)
    page = show("induction/first_weeks.html", **shown)
    if shown["answer"] is not None and not shown["weeks"].is_own:
        record_view(g.person, "induction.promise_answer_read", shown["answer"])
    return page


@induction.get("/first-weeks")
@guard(policies.see_first_weeks)
def see_first_weeks() -> Response:
    """What is mine to do for people who start, by day."""
    page = queries.my_tasks_page(g.person, request.args.get("after"))
    mine = Mine(page, today())
    if wants_fragment():
        return show(MINE, mine=mine)
    return show("induction/see_first_weeks.html", mine=mine)


@induction.get("/first-weeks/export")
@guard(policies.see_first_weeks, fresh=True)
def export_first_weeks() -> Response:
    """What is mine to do for people who start, by day."""
    headings = ("Who starts", "Day one", "What", "Who does it", "Due by")
    return take_away("induction.first_weeks", "First weeks", headings, _rows())


@induction.post("/first-weeks/<uuid:task_id>/doing")
@guard(policies.record_task, task=FirstWeeksTask)
def record_task(task: FirstWeeksTask) -> Response:
    """Tick that a task is done."""
    operations.record_task(g.person, task)
    return _ticked(task, f"Done: {task.title}.")


@induction.post("/first-weeks/<uuid:task_id>/taking-back")
@guard(policies.take_back_task, task=FirstWeeksTask)
def take_back_task(task: FirstWeeksTask) -> Response:
    """Take a tick back."""
    operations.take_back_task(g.person, task)
    return _ticked(task, f"Not done yet: {task.title}.")


@induction.route("/inductions/<uuid:induction_id>/promised", methods=["GET", "POST"])
@guard(policies.answer_promise, induction=Induction)
def answer_promise(induction: Induction) -> Response:
    """Say after six weeks whether it is what I was promised, and who is to know."""
    before = queries.answer_of(induction.id)
    form = PromiseForm(data=_before(before))
    is_time = beginning.is_asked(induction.started_on, today())
    if is_time and form.validate_on_submit():
        if before is not None and form.is_stale(before):
            return conflict(ANSWER, over=before, form=form, induction=induction, is_time=True)
        given = {key: form.answers()[key] for key in ("answer", "words", "told")}
        operations.answer_promise(g.person, induction, before, **given)
        said = "Kept. Only you can see it." if given["told"] == beginning.NOBODY else ""
        return done(_page_of(induction), said or "Kept, and the coordinator has been told.")
    return show(ANSWER, form=form, induction=induction, is_time=is_time)


def _before(answer: FirstWeeksAnswer | None) -> dict[str, Any]:
    if answer is None:
        return {"version": 0}
    return {
        "version": answer.version,
        "answer": answer.answer,
        "words": answer.words,
        "told": answer.told,
    }


def _shown(induction: Induction) -> dict[str, Any]:
    """Everything that the page of one year's first weeks shows to this reader."""
    answer = None
    if policies.see_answer(g.person, induction):
        answer = queries.answer_of(induction.id)
    is_own = induction.person_id == g.person.id
    if answer is not None and not is_own and answer.told != beginning.COORDINATOR:
        answer = None
    weeks = FirstWeeks(induction, queries.tasks_of(induction), today(), g.person)
    return {"induction": induction, "weeks": weeks, "answer": answer}


def _ticked(task: FirstWeeksTask, said: str) -> Response:
    """Back to where the tick was made: the list of all that is mine, or the year's own page."""
    if request.form.get("from") == LIST:
        if not wants_fragment():
            return done(url_for(".see_first_weeks"), said)
        mine = Mine(queries.my_tasks_page(g.person), today())
        return done(url_for(".see_first_weeks"), said, fragment=MINE, mine=mine)
    location = _page_of(task.induction)
    if not wants_fragment():
        return done(location, said)
    return done(location, said, fragment=TASKS, **_shown(task.induction))


def _page_of(induction: Induction) -> str:
    return url_for(".first_weeks", induction_id=induction.id)


def _rows() -> Iterator[tuple[Any, ...]]:
    for page in queries.every_task_of_mine(g.person):
        for task in page.rows:
            year = task.induction
            whose = beginning.OWNERS[task.owner]
            yield year.person.name, year.started_on, task.title, whose, task.due_on
