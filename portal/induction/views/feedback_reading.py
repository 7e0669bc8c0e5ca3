"""Reading feedback before it goes on: the assessor or the coordinator, by the next working day."""

from typing import Any

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import giving
from portal.induction.entry import NotPossibleError
from portal.induction.forms.feedback import ReadingForm, SeenForm
from portal.induction.models import Feedback
from portal.induction.operations import feedback as operations
from portal.induction.policies import feedback as policies
from portal.induction.queries import feedback as queries
from portal.induction.views.blueprint import induction
from portal.standards.identifiers import found
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show

PAGE = "induction/read_feedback.html"


@induction.get("/feedback-to-read")
@guard(policies.feedback_to_read)
def feedback_to_read() -> Response:
    """What waits for me to read it before it goes on."""
    return show("induction/feedback_to_read.html", waiting=queries.to_read(g.person), today=today())


@induction.route("/feedback/<uuid:feedback_id>/reading", methods=["GET", "POST"])
@guard(policies.read_feedback, feedback=Feedback)
def read_feedback(feedback: Feedback) -> Response:
    """Read one answer, take out what identifies somebody, and pass it on."""
    form = ReadingForm(obj=feedback, kind=feedback.kind)
    form.name_known = feedback.induction.person.name
    if form.validate_on_submit():
        if form.is_stale(feedback):
            return conflict(PAGE, over=feedback, form=form, **_about(feedback))
        try:
            operations.pass_on(g.person, feedback, form.words())
        except NotPossibleError as refusal:
            form.form_errors = list(refusal.args)
        else:
            said = f"Passed on. {feedback.induction.person.name} can read it now."
            return done(url_for(".feedback_to_read"), said)
    return show(PAGE, form=form, **_about(feedback))


@induction.post("/feedback/<uuid:feedback_id>/keeping-back")
@guard(policies.keep_feedback_back, feedback=Feedback)
def keep_feedback_back(feedback: Feedback) -> Response:
    """Let an answer not go on, because it identifies somebody or somebody may be unsafe."""
    if SeenForm().is_stale(feedback):
        return elsewhere(url_for(".read_feedback", feedback_id=feedback.id))
    for_safety = request.form.get("safety") == "yes"
    try:
        operations.keep_feedback_back(g.person, feedback, for_safety=for_safety)
    except NotPossibleError as refusal:
        return done(url_for(".feedback_to_read"), refusal.args[0])
    if for_safety:
        return done(url_for(".read_feedback", feedback_id=feedback.id))
    return done(url_for(".feedback_to_read"), "It does not go on, and its words are deleted.")


@induction.post("/feedback/<uuid:feedback_id>/taking-back")
@guard(policies.take_back_feedback, feedback=Feedback)
def take_back_feedback(feedback: Feedback) -> Response:
    """Delete the words of an answer, because whoever gave it took it back."""
    page = url_for(".feedback", induction_id=feedback.induction_id)
    try:
        operations.take_back_feedback(g.person, feedback)
    except NotPossibleError as refusal:
        return done(page, refusal.args[0])
    return done(page, "Its words are deleted, and it is evidence no longer.")


@induction.post("/feedback/<uuid:feedback_id>/deletion")
@guard(policies.forget_feedback, feedback=Feedback)
def forget_feedback(feedback: Feedback) -> Response:
    """Delete the words of an answer, once somebody has been called."""
    operations.forget_feedback(g.person, feedback)
    return done(url_for(".feedback_to_read"), "Its words are deleted.")


def _about(feedback: Feedback) -> dict[str, Any]:
    """The answer, and what in its words may say who somebody is."""
    texts = [getattr(feedback, name) for name in giving.TEXTS]
    name = feedback.induction.person.name
    pointing = [each.words for text in texts for each in found(text, about=name)]
    return {"feedback": feedback, "giving": giving, "found": list(dict.fromkeys(pointing))}
