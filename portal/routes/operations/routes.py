"""Routes: putting somebody on one, recording what took place, pausing, ending."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm.attributes import flag_modified

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.people.models import Person
from portal.routes import queries, standing
from portal.routes.catalogue import RouteTemplate
from portal.routes.models import Route, RoutePause, RouteStep
from portal.web import days


class NotPossibleError(Exception):
    """What was asked for cannot be: the field that says so, and why, in a sentence."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def enrol_on_route(
    by: Person,
    person: Person,
    *,
    template: RouteTemplate,
    started_on: date,
    fte: Decimal,
    study_weekday: int | None,
) -> Route:
    """Put somebody on a route, and tell them. Nobody becomes newly qualified by it.

    Raises NotPossibleError where they are on one, or were on that day.
    """
    for other in queries.routes_of(person):
        if other.ended_on is None:
            raise NotPossibleError("started_on", f"{person.name} is on a route already")
        if other.ended_on >= started_on:
            last = days.short(other.ended_on)
            raise NotPossibleError("started_on", f"Their route before ends on {last}. Begin later")
    route = Route(
        organisation_id=person.organisation_id, person_id=person.id, person=person,
        template_key=template.key, template_version=template.version,
        started_on=started_on, fte=fte, study_weekday=study_weekday,
    )  # fmt: skip
    db.session.add(route)
    db.session.flush()
    audit.record(
        by, "routes.enrolled", route, person_id=str(person.id),
        template=f"{template.key} {template.version}", started_on=started_on.isoformat(),
    )  # fmt: skip
    told = f"You are on the route {template.name}, from {days.short(started_on)} on."
    notices.tell(person, told, link="/my-route", about=route)
    return route


def record_step(by: Person, route: Route, code: str, held_on: date) -> RouteStep:
    """Keep that a step took place on a day, or on another than was said.

    Raises NotPossibleError for a day to come, or one before the route began.
    """
    if held_on > today():
        raise NotPossibleError("held_on", "Choose today or an earlier day")
    if held_on < route.started_on:
        first = days.short(route.started_on)
        raise NotPossibleError("held_on", f"The route begins on {first}. Choose that day or later")
    known = route.step_called(code)
    step = known or RouteStep(organisation_id=route.organisation_id, route_id=route.id, code=code)
    step.held_on, step.recorded_by_id = held_on, by.id
    db.session.add(step)
    db.session.flush()
    db.session.expire(route, ["steps"])
    deed = "routes.step_corrected" if known else "routes.step_recorded"
    audit.record(by, deed, route, code=code, held_on=held_on.isoformat())
    return step


def take_back_step(by: Person, route: Route, step: RouteStep) -> None:
    """Say that a step did not take place after all."""
    code = step.code
    db.session.delete(step)
    db.session.flush()
    db.session.expire(route, ["steps"])
    audit.record(by, "routes.step_taken_back", route, code=code)


def pause_route(by: Person, route: Route, *, first: date, last: date | None) -> RoutePause:
    """Let a route stand still; what is due from then on moves by as much. They are told.

    Raises NotPossibleError where the days cannot be.
    """
    said = standing.objection(
        started_on=route.started_on, ended_on=route.ended_on,
        pauses=[(each.started_on, each.ended_on) for each in route.pauses], first=first, last=last,
    )  # fmt: skip
    if said:
        raise NotPossibleError("started_on", said)
    pause = RoutePause(
        organisation_id=route.organisation_id, route_id=route.id, started_on=first, ended_on=last
    )
    db.session.add(pause)
    _changed(route)
    audit.record(
        by, "routes.paused", route, started_on=first.isoformat(),
        ended_on=last.isoformat() if last else None,
    )  # fmt: skip
    notices.tell(route.person, f"Your route pauses from {days.short(first)} on.",
                 link="/my-route", about=route)  # fmt: skip
    return pause


def end_pause(by: Person, route: Route, pause: RoutePause, last: date) -> None:
    """Give a pause its last day, so that the days after it are known again. They are told.

    Raises NotPossibleError for a day before the pause began.
    """
    if last < pause.started_on:
        first = days.short(pause.started_on)
        raise NotPossibleError("ended_on", f"The pause begins on {first}. Choose that day or later")
    pause.ended_on = last
    _changed(route)
    audit.record(by, "routes.pause_ended", route, ended_on=last.isoformat())
    notices.tell(route.person, f"Your route goes on after {days.short(last)}.",
                 link="/my-route", about=route)  # fmt: skip


def end_route(by: Person, route: Route, *, ended_on: date, ended_as: str) -> None:
    """End a route: completed, or early. They are told.

    Raises NotPossibleError for a day before it began, or while a pause has no day of return.
    """
    if ended_on < route.started_on:
        first = days.short(route.started_on)
        raise NotPossibleError("ended_on", f"The route begins on {first}. Choose that day or later")
    if route.open_pause is not None and ended_as == standing.COMPLETED:
        raise NotPossibleError("ended_on", "The route is paused. Say when the pause ended first")
    route.ended_on, route.ended_as = ended_on, ended_as
    db.session.flush()
    audit.record(by, "routes.ended", route, ended_on=ended_on.isoformat(), ended_as=ended_as)
    notices.tell(route.person, f"Your route ends on {days.short(ended_on)}: {ended_as}.",
                 link="/my-route", about=route)  # fmt: skip


def _changed(route: Route) -> None:
    """Make the row of the route another version, as its days are others now."""
    flag_modified(route, "ended_on")
    db.session.flush()
    db.session.expire(route, ["pauses"])
