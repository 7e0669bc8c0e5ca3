"""My sessions, the quick log, and putting a session right."""

from collections.abc import Sequence

from flask import Response, g, request

from portal import audit
from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import CorrectionForm, QuickLogForm
from portal.mentoring.models import Pairing, Session
from portal.mentoring.views.answers import answer_first, page_of_pairing, saved
from portal.mentoring.views.blueprint import mentoring
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

QUICK_LOG = "mentoring/_quick_log.html"


@mentoring.route("/sessions/new", methods=["GET", "POST"])
@guard(policies.log_session)
def log_session() -> Response:
    """The quick log: who, when, how long, and Save."""
    form = quick_log()
    answer = _log(form) if form.validate_on_submit() else None
    return answer or show("mentoring/log_session.html", fragment=QUICK_LOG, form=form)


def _log(form: QuickLogForm) -> Response | None:
    pairing = form.of
    try:
        session = operations.record_session(g.person, pairing, **form.session())
    except operations.AlreadyLoggedError as refusal:
        return answer_first(form, refusal.first)
    return done(page_of_pairing(pairing), saved(session), fragment=QUICK_LOG, form=_fresh(form))


@mentoring.get("/sessions")
@guard(policies.see_my_sessions)
def sessions() -> Response:
    """All my sessions, on either side, last first."""
    page = queries.sessions_page(g.person, request.args.get("after"))
    can_log = bool(page.rows or queries.open_pairings(g.person, today()))
    return show("mentoring/sessions.html", page=page, can_log=can_log)


@mentoring.route("/sessions/<uuid:session_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_session, session=Session)
def correct_session(session: Session) -> Response:
    """Put a session right, by either of the two."""
    form = CorrectionForm(
        session=session, noted=operations.noted(session), topics=queries.topics_of(session)
    )
    page = "mentoring/correct_session.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        try:
            operations.correct_session(g.person, session, **form.session())
            return done(page_of_pairing(session.pairing), "Session changed.")
        except operations.AlreadyLoggedError:
            form.refuse_day("You have logged another session on that day")
    answer = show(page, form=form, session=session)
    if session.notes_kept:
        audit.record_view(g.person, "mentoring.note_read", session)
    return answer


def quick_log() -> QuickLogForm:
    """The quick log of whoever is signed in, as sent, or with somebody chosen."""
    known = queries.open_pairings(g.person, today())
    chosen = None if request.method == "POST" else _chosen(known)
    return QuickLogForm(person=g.person, pairings=known, chosen=chosen)


def _fresh(sent: QuickLogForm) -> QuickLogForm:
    """The quick log once more, after a session was saved."""
    known = list(sent.pairings.values())
    return QuickLogForm(None, person=g.person, pairings=known, chosen=_chosen(known))


def _chosen(known: Sequence[Pairing]) -> Pairing | None:
    """Whom the link names, or whoever was seen last and has nothing logged today."""
    asked = ids([request.args.get("pairing", "")])
    for each in known:
        if each.id in asked:
            return each
    logged = queries.logged_on(known, today()) if known else set()
    return next((each for each in known if each.id not in logged), known[0] if known else None)
