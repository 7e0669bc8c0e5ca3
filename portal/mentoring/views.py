"""The pages of coaching and mentoring."""

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, Response, flash, g, request, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import CorrectionForm, EndingForm, PairForm, QuickLogForm, SessionForm
from portal.mentoring.models import Pairing, Session
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show

mentoring = Blueprint("mentoring", __name__)

QUICK_LOG = "mentoring/_quick_log.html"
SESSIONS = "mentoring/_sessions.html"
SUPPORTED = "mentoring/_supported.html"


@mentoring.route("/sessions/new", methods=["GET", "POST"])
@guard(policies.log_session)
def log_session() -> Response:
    """The quick log: who, when, how long, and Save."""
    form = quick_log()
    if form.validate_on_submit():
        pairing = form.of
        try:
            session = operations.record_session(g.person, pairing, **form.session())
        except operations.AlreadyLoggedError as refusal:
            return _change_the_first(refusal.first)
        return done(_page_of(pairing), _saved(session), fragment=QUICK_LOG, form=_fresh(form))
    return show("mentoring/log_session.html", fragment=QUICK_LOG, form=form)


@mentoring.get("/sessions")
@guard(policies.see_my_sessions)
def sessions() -> Response:
    """All my sessions, on either side, last first."""
    page = queries.sessions_page(g.person, request.args.get("after"))
    return show("mentoring/sessions.html", page=page)


@mentoring.route("/sessions/<uuid:session_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_session, session=Session)
def correct_session(session: Session) -> Response:
    """Put a session right, by either of the two."""
    form = CorrectionForm(session=session)
    page = "mentoring/correct_session.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        try:
            operations.correct_session(g.person, session, **form.session())
            return done(_page_of(session.pairing), "Session changed.")
        except operations.AlreadyLoggedError:
            form.refuse_day("You have logged another session on that day")
    return show(page, form=form, session=session)


@mentoring.get("/people-i-support")
@guard(policies.see_people_i_support)
def people_i_support() -> Response:
    """The people I support, those not met for longest first."""
    rows = queries.people_i_support(g.person, today())
    return show("mentoring/people_i_support.html", rows=rows, opened=None)


@mentoring.route("/people-i-support/<uuid:pairing_id>", methods=["GET", "POST"])
@guard(policies.log_in_place, pairing=Pairing)
def log_in_place(pairing: Pairing) -> Response:
    """The quick log in the row of one of the people I support."""
    form = SessionForm(pairing=pairing)
    if form.validate_on_submit():
        try:
            session = operations.record_session(g.person, pairing, **form.session())
        except operations.AlreadyLoggedError as refusal:
            return _change_the_first(refusal.first)
        return done(
            url_for(".people_i_support"),
            _saved(session),
            fragment=SUPPORTED,
            row=queries.supported_in(pairing, today()),
            rows=queries.people_i_support(g.person, today()),
            form=None,
        )
    return show(
        "mentoring/people_i_support.html",
        fragment=SUPPORTED,
        form=form,
        row=queries.supported_in(pairing, today()),
        rows=queries.people_i_support(g.person, today()),
        opened=pairing,
    )


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
        return _change_the_first(refusal.first)
    return done(
        _page_of(pairing),
        _saved(session),
        fragment=SESSIONS,
        pairing=pairing,
        page=queries.pair_sessions(pairing, None),
        form=SessionForm(None, pairing=pairing),
    )


@mentoring.route("/pairings/<uuid:pairing_id>/ending", methods=["GET", "POST"])
@guard(policies.end_pairing, pairing=Pairing)
def end_pairing(pairing: Pairing) -> Response:
    """End a pairing, after a page that says what follows."""
    form = EndingForm(obj=pairing)
    page = "mentoring/end_pairing.html"
    if form.validate_on_submit():
        if form.is_stale(pairing):
            return conflict(page, over=pairing, form=EndingForm(None, obj=pairing), pairing=pairing)
        operations.end_pairing(g.person, pairing)
        return done(_page_of(pairing), f"The {pairing.kind} has ended.")
    return show(page, form=form, pairing=pairing)


@mentoring.get("/pairings")
@guard(policies.see_pairings)
def pairings() -> Response:
    """Everybody who is paired, for the coordinator."""
    page = queries.pairings_page(g.person, request.args.get("after"))
    return show("mentoring/pairings.html", page=page)


@mentoring.route("/pairings/new", methods=["GET", "POST"])
@guard(policies.pair)
def pair() -> Response:
    """Pair one coach or mentor with one person or several."""
    form = _pair_form()
    if form.is_submitted() and "find" not in request.form and form.validate():
        answers = form.pair()
        try:
            made = operations.pair_each(g.person, answers.pop("coach"), **answers)
        except NotEligibleError as refusal:
            form.people.errors = list(refusal.args)
        else:
            return done(url_for(".pairings"), _paired(made))
    return show("mentoring/pair.html", form=form)


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


def _pairing_page(pairing: Pairing, form: SessionForm | None) -> Response:
    page = queries.pair_sessions(pairing, request.args.get("after"))
    return show("mentoring/pairing.html", fragment=SESSIONS, form=form, pairing=pairing, page=page)


def _pair_form() -> PairForm:
    """The form with the coaches, the people found, and those who are ticked already."""
    organisation_id, day = g.person.organisation_id, today()
    form = PairForm()
    if not form.is_submitted():
        form.people.data = request.args.getlist("people")
    kept = queries.people_named(organisation_id, ids(form.people.data or []), day)
    found = queries.people_to_pair(organisation_id, form.q.data or "", day)
    people = [*kept, *(person for person in found if person not in kept)]
    form.offer(queries.coaches(organisation_id, day), people, queries.teams_of(people, day))
    return form


def _change_the_first(first: Session) -> Response:
    """Lead to the session which that day already has, to change it there."""
    other = first.pairing.other_than(g.person)
    said = f"You have already logged a session with {other.name} on {days.in_words(first.held_on)}"
    if policies.correct_session(g.person, first):
        flash(f"{said}. Change it here.")
        return elsewhere(url_for(".correct_session", session_id=first.id))
    flash(f"{said}. It was too long ago to change.")
    return elsewhere(_page_of(first.pairing))


def _saved(session: Session) -> str:
    other = session.pairing.other_than(g.person)
    return f"Session with {other.name} saved: {_said(session.held_on)}, {session.length}."


def _said(day: date) -> str:
    return "today" if day == today() else days.in_words(day)


def _paired(made: list[Pairing]) -> str:
    names = [each.supported.name for each in made]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{made[0].coach.name} now supports {listed}."


def _page_of(pairing: Pairing) -> str:
    return url_for(".pairing", pairing_id=pairing.id)
