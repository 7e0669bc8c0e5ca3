"""Placements: putting one down, changing it, saying the days of a week, confirming them."""

from datetime import date
from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.people.models import Person
from portal.routes import operations, policies, queries
from portal.routes.forms import ChangePlacementForm, PlacementForm, WeekForm
from portal.routes.models import Placement, Route
from portal.routes.placing import lapses_on, most_in, weeks_to_say
from portal.routes.views.blueprint import routes
from portal.web import days
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import conflict, done, show


@routes.get("/placements")
@guard(policies.see_my_placements)
def placements() -> Response:
    """The placements that I teach as a practice educator."""
    return show("routes/placements.html", placements=queries.taught_by(g.person))


@routes.route("/routes/<uuid:route_id>/placements/new", methods=["GET", "POST"])
@guard(policies.change_route, route=Route)
def place(route: Route) -> Response:
    """Put down a placement that the route asks for."""
    there = {each.kind for each in queries.placements_of(route)}
    wanted = [each for each in route.template.placements if each.kind not in there]
    form = PlacementForm(data={"kind": wanted[0].kind if wanted else "", "backfill_days": "0"})
    _offer(form, route)
    form.offer_kinds(wanted)
    page = "routes/place.html"
    if form.is_submitted() and form.validate():
        try:
            placed = operations.place(g.person, route, form.kind.data, **form.said())
        except operations.NotPossibleError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            return done(url_for(".placement", placement_id=placed.id), _said(placed))
    return show(page, form=form, route=route, wanted=wanted)


@routes.get("/placements/<uuid:placement_id>")
@guard(policies.see_placement, placement=Placement)
def placement(placement: Placement) -> Response:
    """One placement: where it is, how many days are done, who teaches it, who covers."""
    return show("routes/placement.html", form=_week_form(placement), **_shown(placement))


@routes.route("/placements/<uuid:placement_id>/change", methods=["GET", "POST"])
@guard(policies.change_placement, placement=Placement)
def change_placement(placement: Placement) -> Response:
    """Change where and when it is, who teaches it, and who covers."""
    now = {
        "where": placement.workplace, "started_on": placement.started_on,
        "ended_on": placement.ended_on, "educator": str(placement.educator_id or ""),
        "backfill": str(placement.backfill_id or ""),
        "backfill_days": str(placement.backfill_days), "version": placement.version,
    }  # fmt: skip
    form = ChangePlacementForm(data=now)
    _offer(form, placement.route, placement.educator, placement.backfill)
    page = "routes/change_placement.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(placement):
            return conflict(page, over=placement, form=form, placement=placement)
        try:
            operations.change_placement(g.person, placement, **form.said())
        except operations.NotPossibleError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            return done(url_for(".placement", placement_id=placement.id), _said(placement))
    return show(page, form=form, placement=placement)


@routes.post("/placements/<uuid:placement_id>/weeks")
@guard(policies.say_week, placement=Placement)
def say_week(placement: Placement) -> Response:
    """Say how many days of practice there were in a week."""
    form = _week_form(placement)
    if form.validate():
        week = date.fromisoformat(form.week.data)
        try:
            operations.say_week(g.person, placement, week, int(form.days.data))
        except operations.NotPossibleError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            return done(url_for(".placement", placement_id=placement.id), placement.words + ".")
    return show("routes/placement.html", form=form, **_shown(placement))


@routes.post("/placements/<uuid:placement_id>/confirmation")
@guard(policies.confirm_weeks, placement=Placement)
def confirm_weeks(placement: Placement) -> Response:
    """Confirm the days that were said."""
    number = operations.confirm_weeks(g.person, placement)
    said = f"{counted(number, 'day is', 'days are')} confirmed."
    return done(url_for(".placement", placement_id=placement.id), said)


def _offer(
    form: Any, route: Route, educator: Person | None = None, backfill: Person | None = None
) -> None:
    """Let educators and colleagues be chosen, and whoever is chosen at present."""
    educators = {each.id: each for each in queries.educators(route.organisation_id)}
    colleagues = {each.id: each for each in queries.colleagues_of(route.person)}
    for people, present in ((educators, educator), (colleagues, backfill)):
        if present is not None:
            people.setdefault(present.id, present)
    form.offer(list(educators.values()), list(colleagues.values()))


def _week_form(placement: Placement) -> WeekForm:
    """The oldest week that nobody said anything of comes first; others can be corrected."""
    said = {each.week_on for each in placement.weeks if each.confirmed_on is None}
    settled = {each.week_on for each in placement.weeks} - said
    open_weeks = weeks_to_say(placement.span, settled | said, today())
    form = WeekForm(data={"week": open_weeks[0].isoformat() if open_weeks else ""})
    form.offer([*open_weeks, *sorted(said, reverse=True)])
    if open_weeks and form.days.data is None:
        route = placement.route
        nation = g.person.organisation.nation
        most = most_in(open_weeks[0], placement.span, route.study_weekday, nation)
        form.days.data = str(most)
    return form


def _shown(placement: Placement) -> dict[str, Any]:
    return {
        "placement": placement,
        "lapses_on": _lapse(placement),
        "is_own": placement.route.person_id == g.person.id,
        "to_confirm": sum(each.days for each in placement.weeks if not each.confirmed_on),
    }


def _lapse(placement: Placement) -> date | None:
    """The day on which the educator's stage lapses before the end, if it does."""
    if placement.educator is None or placement.ended_on is None:
        return None
    stages = queries.stages_of(placement.educator)
    return lapses_on(stages, placement.started_on, placement.ended_on)


def _said(placement: Placement) -> str:
    """That it is saved, and what is to be thought of."""
    if placement.educator is None:
        return "The placement is saved. It has no practice educator yet."
    lapse = _lapse(placement)
    if lapse is None:
        return "The placement is saved."
    who, day = placement.educator.name, days.short(lapse)
    return f"The placement is saved. The stage of {who} lapses on {day}, before its end."
