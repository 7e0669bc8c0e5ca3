"""Pairings: one with its sessions, all of them, pairing people and ending it."""

from flask import Response, g, request

from portal.clock import today
from portal.mentoring import keeping, operations, policies, queries
from portal.mentoring.forms import EndingForm, SessionForm
from portal.mentoring.models import Pairing
from portal.mentoring.views.answers import answer_first, page_of_pairing, saved
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

# How many of the two have signed how they work together: the fact, and no word of it.
SIGNED = {None: "None yet", 1: "One has signed", 2: "Both have signed"}
SESSIONS = "mentoring/_sessions.html"


@mentoring.get("/pairings/<uuid:pairing_id>")
@guard(policies.see_pairing, pairing=Pairing)
def pairing(pairing: Pairing) -> Response:
    """One pairing: the sessions of the two and, for them, the form to log the next."""
    form = SessionForm(pairing=pairing) if policies.record_session(g.person, pairing) else None
    return _pairing_page(pairing, form)


@mentoring.post("/pairings/<uuid:pairing_id>/sessions")
@guard(policies.record_session, pairing=Pairing)
def record_session(pairing: Pairing) -> Response:
    """Log a session on the page of the pairing."""
    form = SessionForm(pairing=pairing)
    if not form.validate():
        return _pairing_page(pairing, form)
    try:
        session = operations.record_session(g.person, pairing, **form.session())
    except operations.AlreadyLoggedError as refusal:
        return answer_first(form, refusal.first) or _pairing_page(pairing, form)
    return done(
        page_of_pairing(pairing),
        saved(session),
        fragment=SESSIONS,
        pairing=pairing,
        page=queries.pair_sessions(pairing, None),
        planned=queries.planned_of(pairing),
        form=SessionForm(None, pairing=pairing),
    )


@mentoring.route("/pairings/<uuid:pairing_id>/ending", methods=["GET", "POST"])
@guard(policies.end_pairing, pairing=Pairing)
def end_pairing(pairing: Pairing) -> Response:
    """End a pairing, after a page that says what follows."""
    form = EndingForm(obj=pairing)
    until = keeping.notes_until(max(today(), pairing.started_on))
    page = "mentoring/end_pairing.html"
    if form.validate_on_submit():
        if form.is_stale(pairing):
            return conflict(
                page,
                over=pairing,
                form=EndingForm(None, obj=pairing),
                pairing=pairing,
                notes_until=until,
            )
        operations.end_pairing(g.person, pairing)
        return done(page_of_pairing(pairing), f"The {pairing.kind} has ended.")
    return show(page, form=form, pairing=pairing, notes_until=until)


@mentoring.get("/pairings")
@guard(policies.see_pairings)
def pairings() -> Response:
    """Everybody who is paired, for the coordinator."""
    page = queries.pairings_page(g.person, request.args.get("after"))
    return show("mentoring/pairings.html", page=page, signed_words=SIGNED)


def _pairing_page(pairing: Pairing, form: SessionForm | None) -> Response:
    page = queries.pair_sessions(pairing, request.args.get("after"))
    return show(
        "mentoring/pairing.html",
        fragment=SESSIONS,
        form=form,
        pairing=pairing,
        page=page,
        agreement=queries.agreement_of(pairing),
        looked_back=queries.look_back_of(pairing)
        if policies.see_look_back(g.person, pairing)
        else None,
        hand_overs=queries.hand_overs_around(pairing) if pairing.joins(g.person) else [],
        pause=queries.pause_of(pairing, today()),
        covers=[] if pairing.is_cover else queries.covers_of(pairing, today()),
        approved=queries.approved_of(pairing),
        planned=queries.planned_of(pairing),
    )
