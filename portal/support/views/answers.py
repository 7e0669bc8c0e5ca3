"""The page of answers, and the way of a text to it: proposed, changed, agreed to, withdrawn."""

from collections.abc import Iterator
from typing import Any

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.support import operations, policies, queries
from portal.support.forms import AgreeForm, ChangeTextForm, ProposeForm
from portal.support.kinds import KINDS
from portal.support.models import Question, SharedAnswer
from portal.support.views.blueprint import answers
from portal.web.guard import guard
from portal.web.lists import page_of, pages_of
from portal.web.pages import conflict, done, elsewhere, show

PAGE = "answers/shared_answer.html"


@answers.get("/answers")
@guard(policies.see_answers)
def answers_page() -> Response:
    """Answers that both of their two agreed to share, searched by the beginnings of words."""
    found, asked = _found(), _asked()
    page = page_of(
        found, keys=queries.BY_PUBLISHED, after=request.args.get("after"), descending=True
    )
    return show(
        "answers/answers_page.html", fragment="answers/_answers.html", page=page,
        kinds=KINDS.values(), **asked,
    )  # fmt: skip


@answers.get("/answers/export")
@guard(policies.see_answers)
def export_answers() -> Response:
    """The shared answers."""
    headings = ("Kind of help", "Question", "Answer", "Shared on")
    return take_away("answers.answers", "Answers of consultants", headings, _rows())


@answers.route("/questions/<uuid:question_id>/shared-answer", methods=["GET", "POST"])
@guard(policies.propose_answer, hidden=True, question=Question)
def propose_answer(question: Question) -> Response:
    """Propose a text of a question and its answer that everybody may read."""
    known = queries.shared_of(question)
    if known is not None:
        return elsewhere(_page_of(known))
    form = ProposeForm(data=_to_begin_with(question))
    if form.is_submitted() and form.validate():
        shared = operations.propose_answer(g.person, question, **form.said())
        return done(_page_of(shared), f"{question.asker.name} is asked whether they agree.")
    return show("answers/propose_answer.html", form=form, question=question)


@answers.get("/shared-answers/<uuid:shared_id>")
@guard(policies.see_shared_answer, hidden=True, shared=SharedAnswer)
def shared_answer(shared: SharedAnswer) -> Response:
    """A proposed or shared text, for its two."""
    return show(PAGE, shared=shared)


@answers.route("/shared-answers/<uuid:shared_id>/text", methods=["GET", "POST"])
@guard(policies.change_answer, hidden=True, shared=SharedAnswer)
def change_answer(shared: SharedAnswer) -> Response:
    """Propose another text; the other of the two has to agree anew."""
    asked, answered = shared.text
    form = ChangeTextForm(data={"asked": asked, "answered": answered, "version": shared.version})
    page = "answers/change_answer.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(shared):
            return conflict(page, over=shared, form=form, shared=shared)
        changed = operations.change_answer(g.person, shared, **form.said())
        other = shared.other_than(g.person).name
        said = f"{other} is asked whether they agree." if changed else "Nothing was changed."
        return done(_page_of(shared), said)
    return show(page, form=form, shared=shared)


@answers.post("/shared-answers/<uuid:shared_id>/agreement")
@guard(policies.agree_to_answer, hidden=True, shared=SharedAnswer)
def agree_to_answer(shared: SharedAnswer) -> Response:
    """Agree to the text as it stands; once both did, everybody reads it."""
    form = AgreeForm()
    try:
        number = form.number.data if form.validate() and form.number.data else 0
        both = operations.agree_to_answer(g.person, shared, number)
    except operations.TextChangedError:
        return show(PAGE, shared=shared, was_changed=True, status=409)
    other = shared.other_than(g.person).name
    said = "You both agreed. Everybody can read it now." if both else f"{other} is still asked."
    return done(_page_of(shared), said)


@answers.post("/shared-answers/<uuid:shared_id>/withdrawal")
@guard(policies.withdraw_answer, hidden=True, shared=SharedAnswer)
def withdraw_answer(shared: SharedAnswer) -> Response:
    """Withdraw a text: its words are deleted."""
    operations.withdraw_answer(g.person, shared)
    return done(_page_of(shared), "It is withdrawn, and its words are deleted.")


def _to_begin_with(question: Question) -> dict[str, str]:
    """The first question and the last answer, to be cut down to what is for everybody."""
    written = queries.words_of(question)
    answered = [each.words or "" for each in written if each.part == "answer"]
    return {
        "asked": (written[0].words or "") if written else "",
        "answered": answered[-1] if answered else "",
    }


def _asked() -> dict[str, Any]:
    kind = request.args.get("kind", "")
    return {"q": request.args.get("q", "").strip()[:200], "kind": kind if kind in KINDS else ""}


def _found() -> Any:
    return queries.answers_here(g.person.organisation_id, **_asked())


def _rows() -> Iterator[tuple[object, ...]]:
    for page in pages_of(_found(), keys=queries.BY_PUBLISHED, descending=True):
        for each in page.rows:
            yield each.about, each.asked, each.answered, each.shared_on


def _page_of(shared: SharedAnswer) -> str:
    return url_for("answers.shared_answer", shared_id=shared.id)
