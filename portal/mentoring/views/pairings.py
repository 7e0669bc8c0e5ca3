"""Pairings: one with its sessions, all of them, pairing people and ending it."""

from collections.abc import Sequence

from flask import Response, g, request, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import EndingForm, PairForm, SessionForm
from portal.mentoring.models import Pairing, PairProposal
from portal.mentoring.views.answers import answer_first, page_of_pairing, saved
from portal.mentoring.views.blueprint import mentoring
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

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
    page = "mentoring/end_pairing.html"
    if form.validate_on_submit():
        if form.is_stale(pairing):
            return conflict(page, over=pairing, form=EndingForm(None, obj=pairing), pairing=pairing)
        operations.end_pairing(g.person, pairing)
        return done(page_of_pairing(pairing), f"The {pairing.kind} has ended.")
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
    """Propose one coach or mentor to one person or several; or pair those who have agreed."""
    form = _pair_form()
    if form.is_submitted() and "find" not in request.form and form.validate():
        try:
            return _paired(form) if form.has_agreed.data else _proposed(form)
        except NotEligibleError as refusal:
            form.people.errors = list(refusal.args)
    return show("mentoring/pair.html", form=form)


def _pairing_page(pairing: Pairing, form: SessionForm | None) -> Response:
    page = queries.pair_sessions(pairing, request.args.get("after"))
    return show(
        "mentoring/pairing.html",
        fragment=SESSIONS,
        form=form,
        pairing=pairing,
        page=page,
        agreement=queries.agreement_of(pairing),
        planned=queries.planned_of(pairing),
    )


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


def _paired(form: PairForm) -> Response:
    answers = form.pair()
    made = operations.pair_each(g.person, answers.pop("coach"), **answers)
    said = f"{made[0].coach.name} now supports {_listed(made)}."
    return done(url_for(".pairings"), said)


def _proposed(form: PairForm) -> Response:
    answers = form.pair()
    pairs = [(answers["coach"], person) for person in answers["people"]]
    when = {"kind": answers["kind"], "started_on": answers["started_on"]}
    made = operations.propose_each(g.person, pairs, **when, days_to_answer=form.days)
    said = f"Proposed to {made[0].coach.name} and {_listed(made)}. Each is asked to say yes or no."
    return done(url_for(".proposals"), said)


def _listed(made: Sequence[Pairing | PairProposal]) -> str:
    names = [each.supported.name for each in made]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
