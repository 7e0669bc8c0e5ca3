"""The next session of a pair: agreed, moved, or missed."""

from datetime import date

from flask import Response, flash, g, request, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries, rhythm, when
from portal.mentoring.forms import MissingForm, MovedPlanForm, PlanForm
from portal.mentoring.models import Pairing, PlannedSession
from portal.mentoring.views.answers import page_of_pairing
from portal.mentoring.views.blueprint import mentoring
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show


@mentoring.route("/pairings/<uuid:pairing_id>/next-session", methods=["GET", "POST"])
@guard(policies.plan_session, pairing=Pairing)
def plan_session(pairing: Pairing) -> Response:
    """Agree the day of the next session; a likely one is filled in."""
    first = queries.next_planned(pairing)
    if first is not None:
        return elsewhere(url_for(".move_planned", planned_id=first.id))
    form = PlanForm(span=pairing.span, likely=_likely(pairing))
    if form.validate_on_submit():
        made = operations.plan_session(g.person, pairing, **form.meeting())
        said = f"Your next session is on {days.in_words(made.meets_on)}."
        return done(page_of_pairing(pairing), said)
    return show("mentoring/plan_session.html", pairing=pairing, form=form)


@mentoring.route("/planned-sessions/<uuid:planned_id>/moving", methods=["GET", "POST"])
@guard(policies.move_planned, planned=PlannedSession)
def move_planned(planned: PlannedSession) -> Response:
    """Agree another day, time or way to meet for the next session."""
    if not planned.is_next:
        return _settled(planned)
    form = MovedPlanForm(planned=planned)
    page = "mentoring/move_planned.html"
    if form.validate_on_submit():
        if form.is_stale(planned):
            return conflict(page, over=planned, form=form, planned=planned)
        moved = operations.move_planned(g.person, planned, **form.meeting())
        said = f"Your next session is on {days.in_words(moved.meets_on)}."
        return done(page_of_pairing(planned.pairing), said)
    return show(page, planned=planned, form=form)


@mentoring.route("/planned-sessions/<uuid:planned_id>/missing", methods=["GET", "POST"])
@guard(policies.miss_planned, planned=PlannedSession)
def miss_planned(planned: PlannedSession) -> Response:
    """Say that a session did not take place on its day, with a neutral reason."""
    if not planned.is_next:
        return _settled(planned)
    form = MissingForm(None if request.method == "GET" else request.form, obj=planned)
    page = "mentoring/miss_planned.html"
    if form.validate_on_submit():
        if form.is_stale(planned):
            return conflict(page, over=planned, form=form, planned=planned)
        operations.miss_planned(g.person, planned, form.reason.data)
        said = "It is written down as missed. Agree another day when you can."
        return done(page_of_pairing(planned.pairing), said)
    return show(page, planned=planned, form=form)


def _settled(planned: PlannedSession) -> Response:
    """Lead whoever comes too late, or presses twice, to what the pair's page says now."""
    flash(f"The session of {days.in_words(planned.meets_on)} was {planned.state} already.")
    return elsewhere(page_of_pairing(planned.pairing))


def _likely(pairing: Pairing) -> date:
    """The day to offer: after the weeks that the two agreed on, or the usual ones."""
    agreed = queries.agreement_of(pairing)
    weeks = agreed.weeks_between if agreed else rhythm.WEEKS
    page = queries.pair_sessions(pairing, None)
    last_on = page.rows[0].held_on if page.rows else None
    return when.likely_next(last_on, weeks, today())
