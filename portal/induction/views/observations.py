"""Direct observations: those of a year, the planner over people, planning and moving one."""

from functools import partial
from typing import Any

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import observing
from portal.induction.entry import NotPossibleError
from portal.induction.forms.observations import (
    AboutAPlan,
    ChangeObservationForm,
    ConsentForm,
    MoveForm,
    PlanObservationForm,
)
from portal.induction.models import Induction, Observation
from portal.induction.observed import Needed, Observed, needed_sentence
from portal.induction.operations import observations as operations
from portal.induction.policies import observations as policies
from portal.induction.queries import earlier_records_of
from portal.induction.queries import observations as queries
from portal.induction.views.blueprint import induction
from portal.people.models import Person
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show, wants_fragment

LIST = "induction/_observation_planner.html"


@induction.get("/inductions/<uuid:induction_id>/observations")
@guard(policies.observations, induction=Induction)
def observations(induction: Induction) -> Response:
    """The observations of one year: planned, held, and what would spread them better."""
    observed = Observed(
        induction=induction,
        observations=queries.observations_of(induction),
        items=queries.items_to_observe(induction),
        today=today(),
    )
    from_before = earlier_records_of(induction, "observation")
    return show("induction/observations.html", observed=observed, from_before=from_before)


@induction.get("/inductions/observations")
@guard(policies.observation_planner)
def observation_planner() -> Response:
    """Who still needs which observation by when, over everybody I accompany or observe."""
    q = request.args.get("q", "").strip()[:100]
    page = queries.needed_page(g.person, q=q, after=request.args.get("after"))
    rows = [Needed(item, planned, today()) for item, planned in page.rows]
    template = LIST if wants_fragment() else "induction/observation_planner.html"
    lead = needed_sentence(rows, more=bool(page.next) or not page.first)
    return show(template, page=page, rows=rows, q=q, lead=lead)


@induction.route("/inductions/<uuid:induction_id>/observations/new", methods=["GET", "POST"])
@guard(policies.plan_observation, induction=Induction)
def plan_observation(induction: Induction) -> Response:
    """Plan the next observation of a year."""
    form = PlanObservationForm(observer=str(induction.todays_assessor_id or ""))
    _offer(form, induction, queries.observers(induction, form.observer.data or ""))
    if form.validate_on_submit():
        try:
            made = operations.plan_observation(
                g.person, induction, planned_on=form.day, **form.plan()
            )
        except NotPossibleError as refusal:
            form.planned_on.errors = list(refusal.args)
        else:
            return done(_page_of(made), f"{made.title} {_stood(made)} {_day_of(made)}.")
    return show("induction/plan_observation.html", form=form, induction=induction)


@induction.route("/observations/<uuid:observation_id>/plan", methods=["GET", "POST"])
@guard(policies.change_observation, observation=Observation)
def change_observation(observation: Observation) -> Response:
    """Change who observes, in what kind of work, and what for."""
    given: dict[str, Any] = {
        "observer": str(observation.observer_id),
        "setting": observation.setting,
        "focus": observation.focus,
        "version": observation.version,
    }
    form = ChangeObservationForm(data=given)
    year = observation.induction
    known = queries.observers(year, form.observer.data or "")
    _offer(form, year, _with(known, observation))
    page = "induction/change_observation.html"
    if form.validate_on_submit():
        if form.is_stale(observation):
            return conflict(page, over=observation, form=form, observation=observation)
        try:
            operations.change_observation(g.person, observation, **form.plan())
        except NotPossibleError as refusal:
            form.observer.errors = list(refusal.args)
        else:
            return done(_page_of(observation), f"{observation.title} is changed.")
    return show(page, form=form, observation=observation)


@induction.route("/observations/<uuid:observation_id>/moving", methods=["GET", "POST"])
@guard(policies.move_observation, observation=Observation)
def move_observation(observation: Observation) -> Response:
    """Move an observation to another day, with a neutral reason."""
    form = MoveForm(data={"version": observation.version})
    page = "induction/move_observation.html"
    if form.validate_on_submit():
        if form.is_stale(observation):
            return conflict(page, over=observation, form=form, observation=observation)
        try:
            operations.move_observation(g.person, observation, to=form.day, reason=form.reason.data)
        except NotPossibleError as refusal:
            form.planned_on.errors = list(refusal.args)
        else:
            said = f"{observation.title} is now planned for {_day_of(observation)}."
            return done(_page_of(observation), said)
    return show(page, form=form, observation=observation)


@induction.route("/observations/<uuid:observation_id>/consent", methods=["GET", "POST"])
@guard(policies.record_consent, observation=Observation)
def record_consent(observation: Observation) -> Response:
    """Record what the family answered, or that they have taken it back."""
    form = ConsentForm(observation=observation, answer=observation.consent or None)
    page = "induction/record_consent.html"
    if form.validate_on_submit():
        if form.is_stale(observation):
            return conflict(page, over=observation, form=form, observation=observation)
        try:
            operations.record_consent(
                g.person, observation, answer=form.answer.data, on=form.day, how=form.how.data or ""
            )
        except NotPossibleError as refusal:
            form.answer.errors = list(refusal.args)
        else:
            said = f"Recorded: {observing.CONSENTS[observation.consent].lower()}."
            return done(_page_of(observation), said)
    return show(page, form=form, observation=observation)


def _offer(form: AboutAPlan, year: Induction, known: list[Person]) -> None:
    """Let these observe, the assessor first, and others be found by name."""
    form.offer(known, year.todays_assessor_id, partial(queries.observers_named, year))


def _with(observers: list[Any], observation: Observation) -> list[Any]:
    """With whoever observes now, although they may no longer have a role that may."""
    known = {each.id for each in observers}
    return observers if observation.observer_id in known else [observation.observer, *observers]


def _page_of(observation: Observation) -> str:
    return url_for(".observation", observation_id=observation.id)


def _stood(made: Observation) -> str:
    return "is written up for" if made.planned_on < today() else "is planned for"


def _day_of(observation: Observation) -> str:
    return days.in_words(observation.planned_on)
