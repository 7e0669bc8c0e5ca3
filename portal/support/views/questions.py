"""Asking a consultant: my questions, the queue, and one question between its two."""

from typing import Any

from flask import Response, flash, g, request, url_for

from portal import audit
from portal.support import operations, policies, queries
from portal.support.forms import AnswerForm, AskForm, FollowUpForm, HandOverForm
from portal.support.models import Question, SharedAnswer
from portal.support.views.blueprint import support
from portal.web.guard import guard
from portal.web.lists import page_of
from portal.web.pages import conflict, done, elsewhere, show

PAGE = "support/question.html"


@support.get("/questions")
@guard(policies.see_my_questions)
def questions() -> Response:
    """What I asked, the latest first."""
    asked, after = queries.asked_by(g.person), request.args.get("after")
    page = page_of(asked, keys=queries.LATEST, after=after, descending=True)
    return show("support/questions.html", page=page)


@support.get("/questions/queue")
@guard(policies.see_queue)
def queue() -> Response:
    """The questions that wait for any consultant, the oldest target first, and those I have."""
    waiting = queries.waiting_here(g.person.organisation_id, g.person.id)
    page = page_of(waiting, keys=queries.IN_ORDER, after=request.args.get("after"))
    return show("support/queue.html", page=page, mine=queries.with_me(g.person))


@support.route("/questions/new", methods=["GET", "POST"])
@guard(policies.ask_question)
def ask_question() -> Response:
    """Ask a consultant by name, or any of them."""
    form = AskForm(data={"to": request.args.get("of", "")})
    people = [each for each in queries.who_may_answer(g.person.organisation_id) if each != g.person]
    form.offer(people, "Any consultant")
    if form.is_submitted() and form.validate():
        try:
            asked = operations.ask_question(g.person, **form.said())
        except operations.AwayError as refused:
            form.to.errors = [str(refused)]
        else:
            said = f"Your question is asked. {asked.target}."
            return done(_page_of(asked), said)
    return show("support/ask_question.html", form=form, there_are=bool(people))


@support.get("/questions/<uuid:question_id>")
@guard(policies.see_question, hidden=True, question=Question)
def question(question: Question) -> Response:
    """One question, for who asked and the consultant who has it."""
    answer = show(PAGE, **_shown(question))
    audit.record_view(g.person, "support.question_read", question)
    return answer


@support.post("/questions/<uuid:question_id>/taking")
@guard(policies.take_question, hidden=True, question=Question)
def take_question(question: Question) -> Response:
    """Take a question; where somebody was quicker, the queue says so."""
    try:
        operations.take_question(g.person, question)
    except operations.NotTheirsError:
        flash("Somebody else has taken this question, or it is closed.")
        return elsewhere(url_for(".queue"))
    return done(_page_of(question), "You have this question now.")


@support.post("/questions/<uuid:question_id>/answers")
@guard(policies.answer_question, hidden=True, question=Question)
def answer_question(question: Question) -> Response:
    """Answer a question."""
    form = AnswerForm()
    if form.validate():
        minutes = int(form.minutes.data)
        operations.answer_question(g.person, question, words=form.words.data, minutes=minutes)
        return done(_page_of(question), f"Your answer is with {question.asker.name}.")
    return show(PAGE, **_shown(question, answer=form))


@support.post("/questions/<uuid:question_id>/follow-ups")
@guard(policies.follow_up, hidden=True, question=Question)
def follow_up(question: Question) -> Response:
    """Write again as who asked."""
    form = FollowUpForm()
    if form.validate():
        operations.follow_up(g.person, question, form.words.data)
        return done(_page_of(question), f"It is added. {question.target}.")
    return show(PAGE, **_shown(question, again=form))


@support.route("/questions/<uuid:question_id>/hand-over", methods=["GET", "POST"])
@guard(policies.hand_over_question, hidden=True, question=Question)
def hand_over_question(question: Question) -> Response:
    """Hand a question over to another consultant, or to whoever takes it."""
    form = HandOverForm(data={"version": question.version})
    people = queries.who_may_answer(question.organisation_id)
    form.offer_others(people, (g.person.id, question.asker_id))
    page = "support/hand_over_question.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(question):
            return conflict(page, over=question, form=form, question=question)
        try:
            operations.hand_over_question(g.person, question, form.chosen)
        except operations.AwayError as refused:
            form.to.errors = [str(refused)]
        else:
            said = f"Handed over. {question.asker.name} is told."
            return done(url_for(".queue"), said)
    return show(page, form=form, question=question)


@support.post("/questions/<uuid:question_id>/thanks")
@guard(policies.thank, hidden=True, question=Question)
def thank(question: Question) -> Response:
    """Thank the consultant, in one tap."""
    operations.thank(g.person, question)
    return done(_page_of(question), "Your thanks are on their way.")


@support.post("/questions/<uuid:question_id>/closing")
@guard(policies.close_question, hidden=True, question=Question)
def close_question(question: Question) -> Response:
    """Close a question."""
    operations.close_question(g.person, question)
    return done(_page_of(question), "The question is closed.")


def _shown(
    question: Question, *, answer: AnswerForm | None = None, again: FollowUpForm | None = None
) -> dict[str, Any]:
    """What the page of a question says, with the box that this person may write in."""
    form: AnswerForm | FollowUpForm | None = answer or again
    if form is None and policies.answer_question(g.person, question):
        form = AnswerForm(None)
    elif form is None and policies.follow_up(g.person, question):
        form = FollowUpForm(None)
    shares = g.person.organisation.has_area("answers") and question.answered_at
    shared = queries.shared_of(question) if shares else None
    written = queries.words_of(question)
    return {"question": question, "written": written, "form": form, "shared": _own(shared)}


def _own(shared: SharedAnswer | None) -> SharedAnswer | None:
    """The text to share, for its two: another consultant may have the question by now."""
    return shared if shared and policies.see_shared_answer(g.person, shared) else None


def _page_of(question: Question) -> str:
    return url_for(".question", question_id=question.id)
