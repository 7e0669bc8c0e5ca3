"""Changing a route: pauses, and its end."""

from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.routes import operations, policies
from portal.routes.forms import EndPauseForm, EndRouteForm, PauseRouteForm
from portal.routes.models import Route
from portal.routes.standing import COMPLETED
from portal.routes.views.blueprint import routes
from portal.web.forms import EditingForm
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@routes.route("/routes/<uuid:route_id>/pause", methods=["GET", "POST"])
@guard(policies.change_route, route=Route)
def pause_route(route: Route) -> Response:
    """Let a route stand still for some days, or give its open pause a last day."""
    pause = route.open_pause
    asked: type[EditingForm] = EndPauseForm if pause else PauseRouteForm
    form = asked(data={"version": route.version})
    page, facts = "routes/pause_route.html", _facts(route)
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, **facts)
    if form.is_stale(route):
        return conflict(page, over=route, form=form, **facts)
    try:
        if pause:
            operations.end_pause(g.person, route, pause, form["ended_on"].data)
        else:
            first, last = form["started_on"].data, form["ended_on"].data
            operations.pause_route(g.person, route, first=first, last=last)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, **facts)
    return done(url_for(".route", route_id=route.id), "The days are worked out anew.")


@routes.route("/routes/<uuid:route_id>/ending", methods=["GET", "POST"])
@guard(policies.change_route, route=Route)
def end_route(route: Route) -> Response:
    """Say how a route ends, and on which day."""
    form = EndRouteForm(data={"version": route.version, "ended_on": today()})
    page = "routes/end_route.html"
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, route=route)
    if form.is_stale(route):
        return conflict(page, over=route, form=form, route=route)
    last, how = form.ended_on.data, form.ended_as.data
    if last is None:
        return show(page, form=form, route=route)
    try:
        operations.end_route(g.person, route, ended_on=last, ended_as=how)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, route=route)
    more = " The next step is the induction year." if how == COMPLETED else ""
    return done(url_for(".route", route_id=route.id), f"The route is ended.{more}")


def _facts(route: Route) -> dict[str, Any]:
    return {"route": route, "pause": route.open_pause}
