"""What a pair keeps for itself: the note of a session, a passage carried over, agreed actions."""

from typing import Any

from flask import Response, g, request, url_for

from portal import audit
from portal.identity.next_path import HOME, same_site
from portal.mentoring import operations, policies, queries, topics
from portal.mentoring.forms import ActionForm, PassageForm
from portal.mentoring.models import AgreedAction, Pairing, Session
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, show

ACTIONS = "mentoring/_actions.html"


@mentoring.get("/sessions/<uuid:session_id>")
@guard(policies.see_session, hidden=True, session=Session)
def session(session: Session) -> Response:
    """One session for the two of it: when it was, and the note with its earlier versions."""
    about = topics.in_words(queries.topics_of(session))
    notes = queries.notes_of(session)
    answer = show("mentoring/session.html", session=session, notes=notes, about=about)
    if session.notes_kept:
        audit.record_view(g.person, "mentoring.note_read", session)
    return answer


@mentoring.route("/sessions/<uuid:session_id>/passage", methods=["GET", "POST"])
@guard(policies.carry_passage, hidden=True, session=Session)
def carry_passage(session: Session) -> Response:
    """Carry a passage of the note into writing of one's own."""
    form = PassageForm(data={"passage": operations.noted(session)})
    if form.validate_on_submit():
        piece = operations.carry_passage(g.person, session, form.passage.data)
        location = url_for("standards.write_piece", piece_id=piece.id)
        return done(location, "The passage is now a draft of yours. Nobody else can read it.")
    answer = show("mentoring/carry_passage.html", form=form, session=session)
    audit.record_view(g.person, "mentoring.note_read", session)
    return answer


@mentoring.route("/pairings/<uuid:pairing_id>/actions", methods=["GET", "POST"])
@guard(policies.agree_action, hidden=True, pairing=Pairing)
def agree_action(pairing: Pairing) -> Response:
    """What the two have agreed to do, and the form to add to it."""
    form = ActionForm(pairing=pairing, person=g.person)
    if form.validate_on_submit():
        operations.agree_action(g.person, pairing, **form.action())
        form = ActionForm(None, pairing=pairing, person=g.person)
        return done(_actions_of(pairing), "Added.", fragment=ACTIONS, **_listed(pairing), form=form)
    page = "mentoring/agree_action.html"
    return show(page, fragment=ACTIONS, form=form, **_listed(pairing))


@mentoring.post("/actions/<uuid:action_id>/settling")
@guard(policies.settle_action, hidden=True, action=AgreedAction)
def settle_action(action: AgreedAction) -> Response:
    """Tick an action that is done, or put it back on the list: as the button that was pressed says.

    Both of the two may press Done, each on their own page: the second changes nothing.
    """
    is_done = request.form.get("is_done") == "yes"
    operations.settle_action(g.person, action, is_done=is_done)
    form = ActionForm(None, pairing=action.pairing, person=g.person)
    said = "Done." if is_done else "Back on the list."
    listed = _listed(action.pairing)
    came_from = same_site(request.form.get("back"))
    location = _actions_of(action.pairing) if came_from == HOME else came_from
    return done(location, said, fragment=ACTIONS, **listed, form=form)


def _actions_of(pairing: Pairing) -> str:
    return url_for(".agree_action", pairing_id=pairing.id)


def _listed(pairing: Pairing) -> dict[str, Any]:
    return {"pairing": pairing, "actions": queries.actions_of(pairing)}
