"""A route on its own page: mine, and one that I accompany; recording what took place."""

from typing import Any

from flask import Response, abort, g, redirect, request, url_for

from portal.clock import today
from portal.routes import catalogue, operations, policies, queries
from portal.routes.forms import RecordStepForm
from portal.routes.models import Route
from portal.routes.standing import Standing, Step
from portal.routes.study import WEEKDAYS
from portal.routes.views.blueprint import routes
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@routes.get("/my-route")
@guard(policies.see_my_route)
def my_route() -> Response:
    """Where I stand on my route, what is next, and when I study."""
    route = queries.own_route(g.person)
    if route is None:
        return show("routes/my_route.html", route=None, templates=catalogue.every())
    return show("routes/my_route.html", **shown(route))


@routes.get("/routes/<uuid:route_id>")
@guard(policies.see_route, route=Route)
def route(route: Route) -> Response:
    """The route of somebody whom I accompany; my own stands on its own page."""
    if route.person_id == g.person.id:
        return redirect(url_for(".my_route"), 303)  # type: ignore[return-value]
    return show("routes/route.html", **shown(route))


@routes.route("/routes/<uuid:route_id>/steps/<string:code>", methods=["GET", "POST"])
@guard(policies.record_step, route=Route)
def record_step(route: Route, code: str) -> Response:
    """Say on which day a step of a route took place, or that it did not after all."""
    step, known = _step(route, code), route.step_called(code)
    now = {"held_on": known.held_on if known else today(), "version": known.version if known else 0}
    form = RecordStepForm(data=now)
    page = "routes/record_step.html"
    facts: dict[str, Any] = {"route": route, "step": step, "known": known, "is_own": is_own(route)}
    if request.method == "GET":
        return show(page, form=form, **facts)
    if known and form.is_stale(known):
        return conflict(page, over=known, form=form, **facts)
    if known and request.form.get("taken_back"):
        operations.take_back_step(g.person, route, known)
        return done(page_of(route), f"Not recorded any more: {step.title}.")
    if form.validate() and form.held_on.data:
        try:
            operations.record_step(g.person, route, code, form.held_on.data)
        except operations.NotPossibleError as refused:
            form.held_on.errors = [str(refused)]
        else:
            return done(page_of(route), f"Recorded: {step.title}.")
    return show(page, form=form, **facts)


def shown(route: Route) -> dict[str, Any]:
    """What the page of a route says."""
    standing = queries.standing_of(route, today())
    return {
        "route": route,
        "standing": standing,
        "stages": _stages(route, standing),
        "is_own": is_own(route),
        "weekdays": WEEKDAYS,
        "placements": {each.kind: each for each in queries.placements_of(route)},
    }


def is_own(route: Route) -> bool:
    """Whether it is the route of whoever asks."""
    return bool(route.person_id == g.person.id)


def page_of(route: Route) -> str:
    """The address of a route's page, for whoever asks."""
    return url_for(".my_route") if is_own(route) else url_for(".route", route_id=route.id)


def _stages(route: Route, standing: Standing) -> list[tuple[Any, list[Step], int]]:
    """Each stage with its steps and how many of them took place."""
    found = []
    for stage in route.template.programme.stages:
        steps = [each for each in standing.steps if each.stage == stage.key]
        found.append((stage, steps, sum(each.held_on is not None for each in steps)))
    return found


def _step(route: Route, code: str) -> Step:
    """The step of that code. Answers 404 where the route has none."""
    steps = queries.standing_of(route, today()).steps
    return next((each for each in steps if each.code == code), None) or abort(404)
