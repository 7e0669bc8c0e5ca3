"""Placing somebody on a route, saying the days of a week, and confirming them."""

from datetime import date
from typing import Any

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.people.models import Organisation, Person
from portal.routes import placing, queries
from portal.routes.models import Placement, PlacementWeek, Route
from portal.routes.operations.routes import NotPossibleError
from portal.routes.placing import Span
from portal.web import days
from portal.web.numbers import counted


def place(by: Person, route: Route, kind: str, **facts: Any) -> Placement:
    """Put down a placement that the route asks for; who teaches it is told.

    Raises NotPossibleError where its days or who teaches it cannot be.
    """
    wanted = route.template.wanted(kind)
    if wanted is None or queries.placement_of(route, kind):
        raise NotPossibleError("kind", "This placement is there already. Change that one")
    placement = Placement(
        organisation_id=route.organisation_id, route_id=route.id, route=route, kind=kind,
        days_wanted=wanted.days,
    )  # fmt: skip
    _write(placement, **facts)
    db.session.add(placement)
    db.session.flush()
    audit.record(by, "routes.placed", placement, placement=kind)
    _tell(placement, placement.educator)
    return placement


def change_placement(by: Person, placement: Placement, **facts: Any) -> bool:
    """Change where and when it is, who teaches it and who covers; False if nothing is different.

    Raises NotPossibleError where its days or who teaches it cannot be.
    """
    before = {name: getattr(placement, name) for name in facts}
    if before == facts:
        return False
    _write(placement, **facts)
    db.session.flush()
    changed = sorted(name for name in facts if facts[name] != before[name])
    audit.record(by, "routes.placement_changed", placement, fields=changed)
    if facts["educator"] != before["educator"]:
        _tell(placement, placement.educator)
    return True


def say_week(by: Person, placement: Placement, week: date, number: int) -> PlacementWeek:
    """Keep how many days of practice there were in a week; what was confirmed is asked anew.

    Raises NotPossibleError for a week that is not of the placement or to come, or too many days.
    """
    span, route = placement.span, placement.route
    if week > today() or week not in placing.weeks_to_say(span, (), today()):
        raise NotPossibleError("week", "Choose a week of the placement that has begun")
    most = placing.most_in(week, span, route.study_weekday, _nation(route))
    if not 0 <= number <= most:
        said = f"The week of {days.short(week)} has {counted(most, 'day', 'days')} of practice"
        raise NotPossibleError("days", f"{said} at most")
    known = next((each for each in placement.weeks if each.week_on == week), None)
    row = known or PlacementWeek(
        organisation_id=placement.organisation_id, placement_id=placement.id, week_on=week
    )
    if known and known.days == number:
        return known
    row.days, row.confirmed_on = number, None
    db.session.add(row)
    db.session.flush()
    db.session.expire(placement, ["weeks"])
    audit.record(by, "routes.days_said", placement, week=week.isoformat(), days=number)
    return row


def confirm_weeks(by: Person, placement: Placement) -> int:
    """Confirm every week that was said and not confirmed yet; how many days that is."""
    open_weeks = [each for each in placement.weeks if each.confirmed_on is None]
    for each in open_weeks:
        each.confirmed_on = today()
    if open_weeks:
        db.session.flush()
        audit.record(by, "routes.days_confirmed", placement, weeks=len(open_weeks))
    return sum(each.days for each in open_weeks)


def _write(placement: Placement, **facts: Any) -> None:
    """Let it be so, or raise."""
    route, educator = placement.route, facts["educator"]
    asked = Span(facts["started_on"], facts["ended_on"])
    others = [each.span for each in queries.placements_of(route) if each.kind != placement.kind]
    whole = Span(route.started_on, route.ended_on)
    found = placing.objection(
        asked, placement.days_wanted, whole, others, route.study_weekday, _nation(route)
    )
    if found:
        raise NotPossibleError(*found)
    if educator is not None:
        _refuse_educator(route, educator, asked.started_on)
    for name, value in facts.items():
        setattr(placement, name, value)
    placement.educator_id = educator.id if educator else None
    placement.backfill_id = facts["backfill"].id if facts["backfill"] else None


def _refuse_educator(route: Route, educator: Person, first: date) -> None:
    if educator.id == route.person_id:
        raise NotPossibleError("educator", "Nobody teaches their own placement. Choose another")
    if educator.manages(route.posts):
        said = f"{educator.name} manages them. Choose somebody who does not"
        raise NotPossibleError("educator", said)
    said = placing.educator_objection(queries.stages_of(educator), first)
    if said:
        raise NotPossibleError("educator", said)


def _tell(placement: Placement, educator: Person | None) -> None:
    if educator is not None:
        who, first = placement.route.person.name, days.short(placement.started_on)
        told = f"You are the practice educator of {who} from {first} on."
        notices.tell(educator, told, link=f"/placements/{placement.id}", about=placement)


def _nation(route: Route) -> str:
    return db.session.get_one(Organisation, route.organisation_id).nation
