"""My matters and those of whom I go with: beginning one, its steps and days, ending it."""

from typing import Any
from uuid import UUID

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.court import operations, policies, queries, tracking
from portal.court.forms import DaysForm, HandOverForm, OfferCourtForm, StartCourtForm, StepForm
from portal.court.models import CourtSupport
from portal.court.operations import CourtError
from portal.court.views.blueprint import court
from portal.database import db
from portal.people.models import Organisation, Person
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@court.get("/court")
@guard(policies.see_court)
def my_court() -> Response:
    """My matters, and those of whom I go with: what is next first."""
    matters = queries.supports_of(g.person)
    return show(
        "court/my_court.html",
        mine=[each for each in matters if each.practitioner_id == g.person.id],
        others=[each for each in matters if each.consultant_id == g.person.id],
        ready=queries.ready_to_lead(g.person),
    )


@court.route("/court/new", methods=["GET", "POST"])
@guard(policies.start_court)
def start_court() -> Response:
    """Choose a consultant who goes with me."""
    people = queries.consultants(g.person.organisation_id, but=g.person.id)
    form = StartCourtForm()
    form.offer(people)
    if form.is_submitted() and form.validate():
        try:
            support = operations.start_court(g.person, _chosen(form, people))
        except CourtError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            return done(_page(support), f"{support.consultant.name} is told.")
    return show("court/start_court.html", form=form, people=people)


@court.route("/court/offers/new", methods=["GET", "POST"])
@guard(policies.offer_court)
def offer_court() -> Response:
    """Offer to go with somebody."""
    form = OfferCourtForm()
    form.offer_people(g.person.organisation_id, today(), manager=None, nobody=False)
    if form.is_submitted():
        is_valid, is_chosen = form.validate(), form.choose_person()
        if is_valid and is_chosen:
            person = db.session.get_one(Person, form.manager_id)
            try:
                support = operations.offer_court(g.person, person)
            except CourtError as refused:
                form.manager_q.errors = [str(refused)]
            else:
                return done(_page(support), f"{person.name} is asked.")
    return show("court/offer_court.html", form=form)


@court.get("/court/<uuid:support_id>")
@guard(policies.see_court_support, hidden=True, support=CourtSupport)
def court_support(support: CourtSupport) -> Response:
    """One matter: its steps, its days, the checklist, and what comes next."""
    return show("court/court_support.html", form=StepForm(), **_shown(support))


@court.post("/court/<uuid:support_id>/answer/<string:answer>")
@guard(policies.answer_offer, hidden=True, support=CourtSupport)
def answer_offer(support: CourtSupport, answer: str) -> Response:
    """Say yes or no to a consultant who offered to come along."""
    if answer not in ("yes", "no"):
        abort(404)
    page = _page(support)
    operations.answer_offer(g.person, support, says_yes=answer == "yes")
    if answer == "yes":
        return done(page, "You go together.")
    return done(url_for(".my_court"), "Nothing of it is kept.")


@court.post("/court/<uuid:support_id>/steps/<string:step>")
@guard(policies.record_step, hidden=True, support=CourtSupport)
def record_step(support: CourtSupport, step: str) -> Response:
    """Say on which day a step took place."""
    known = tracking.BY_KEY.get(step) or abort(404)
    form = StepForm()
    if form.validate() and form.took_place_on.data:
        beside = tracking.out_of_order(known, support.done)
        try:
            operations.record_step(g.person, support, known, form.took_place_on.data)
        except CourtError as refused:
            form.took_place_on.errors = [str(refused)]
        else:
            return done(_page(support), f"Recorded: {known.title}. {beside}".strip())
    return show("court/court_support.html", form=form, wrong=known.key, **_shown(support))


@court.route("/court/<uuid:support_id>/days", methods=["GET", "POST"])
@guard(policies.set_days, hidden=True, support=CourtSupport)
def set_days(support: CourtSupport) -> Response:
    """Write down the days that the court has set."""
    form, page = DaysForm(obj=support), "court/set_days.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(support):
            return conflict(page, over=support, form=form, support=support)
        days = (form.deadline_on.data, form.hearing_on.data)
        operations.set_days(g.person, support, *days)
        nation = db.session.get_one(Organisation, support.organisation_id).nation
        beside = " ".join(filter(None, (tracking.about_day(day, nation) for day in days if day)))
        return done(_page(support), f"The days are kept. {beside}".strip())
    return show(page, form=form, support=support)


@court.route("/court/<uuid:support_id>/hand-over", methods=["GET", "POST"])
@guard(policies.hand_over_court, hidden=True, support=CourtSupport)
def hand_over_court(support: CourtSupport) -> Response:
    """Let another consultant go on."""
    people = [
        each
        for each in queries.consultants(support.organisation_id, but=support.consultant_id)
        if each.id != support.practitioner_id
    ]
    form = HandOverForm()
    form.offer(people)
    if form.is_submitted() and form.validate():
        is_mine, page = support.practitioner_id == g.person.id, _page(support)
        consultant = _chosen(form, people)
        operations.hand_over_court(g.person, support, consultant)
        return done(page if is_mine else url_for(".my_court"), f"{consultant.name} goes on.")
    return show("court/hand_over_court.html", form=form, support=support, people=people)


@court.post("/court/<uuid:support_id>/ending")
@guard(policies.end_court, hidden=True, support=CourtSupport)
def end_court(support: CourtSupport) -> Response:
    """Delete everything of a matter."""
    letter = support.letter
    operations.end_court(g.person, support)
    return done(url_for(".my_court"), f"Everything of matter {letter} is deleted.")


def _chosen(form: StartCourtForm, people: list[Person]) -> Person:
    known = {each.id: each for each in people}
    return known[UUID(form.consultant.data)]


def _page(support: CourtSupport) -> str:
    return url_for("court.court_support", support_id=support.id)


def _shown(support: CourtSupport) -> dict[str, Any]:
    points = queries.points_of(support)
    return {
        "support": support,
        "steps": tracking.STEPS,
        "done": support.done,
        "ahead": tracking.next_step(support.done),
        "is_mine": support.practitioner_id == g.person.id,
        "points": points,
        "ready": queries.ready_to_lead(support.practitioner),
    }
