"""Placements: of a route, those that somebody teaches, and who could teach one."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from portal.clock import today
from portal.database import db
from portal.learning.catalogue import PRACTICE_EDUCATOR
from portal.learning.models import Qualification
from portal.people.models import Person, Post
from portal.routes.models import Placement, Route
from portal.routes.placing import Span, lapses_on

MOST_PLACEMENTS = 50
MOST_EDUCATORS = 200


def placements_of(route: Route) -> list[Placement]:
    """The placements of a route, the first one first."""
    own = select(Placement).where(Placement.route_id == route.id)
    in_order = own.options(selectinload(Placement.weeks)).order_by(Placement.started_on)
    return list(db.session.scalars(in_order.limit(MOST_PLACEMENTS)))


def placement_of(route: Route, kind: str) -> Placement | None:
    """The placement of this kind, if it was put down."""
    return next((each for each in placements_of(route) if each.kind == kind), None)


def taught_by(person: Person) -> list[Placement]:
    """The placements that somebody teaches, the latest first."""
    taught = (
        select(Placement)
        .where(Placement.educator_id == person.id)
        .options(selectinload(Placement.weeks))
        .order_by(Placement.started_on.desc(), Placement.id)
        .limit(MOST_PLACEMENTS)
    )
    return list(db.session.scalars(taught))


def stages_of(person: Person) -> list[Span]:
    """Since when, and until when, somebody holds a stage as a practice educator."""
    return _stages([person.id])[person.id]


def educators(organisation_id: UUID) -> list[Person]:
    """Who holds a stage as a practice educator that has not lapsed, by name."""
    held = select(Qualification.person_id).where(
        Qualification.organisation_id == organisation_id,
        Qualification.kind == PRACTICE_EDUCATOR,
        Qualification.set_aside_on.is_(None),
        or_(Qualification.expires_on.is_(None), Qualification.expires_on >= today()),
    )
    people = (
        select(Person)
        .where(Person.id.in_(held), Person.working_here(today()))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_EDUCATORS)
    )
    return list(db.session.scalars(people))


def colleagues_of(person: Person) -> list[Person]:
    """Who works in the same team today and could do somebody's work, by name."""
    day = today()
    units = select(Post.unit_id).where(Post.person_id == person.id, Post.covering(day))
    here = select(Post.person_id).where(Post.unit_id.in_(units), Post.covering(day))
    people = (
        select(Person)
        .where(Person.id.in_(here), Person.id != person.id)
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_EDUCATORS)
    )
    return list(db.session.scalars(people))


def what_is_missing(routes: Collection[UUID], day: date) -> dict[UUID, list[str]]:
    """For each of these routes what its running and coming placements lack, in words."""
    coming = (
        select(Placement)
        .where(Placement.route_id.in_(list(routes)), Placement.ended_on >= day)
        .order_by(Placement.started_on, Placement.id)
    )
    found = list(db.session.scalars(coming))
    stages = _stages([each.educator_id for each in found if each.educator_id])
    missing: dict[UUID, list[str]] = defaultdict(list)
    for each in found:
        missing[each.route_id] += _lacks(each, stages)
    return missing


def _lacks(placement: Placement, stages: dict[UUID, list[Span]]) -> list[str]:
    said = []
    if placement.educator_id is None:
        said.append("no practice educator")
    elif placement.ended_on and lapses_on(
        stages[placement.educator_id], placement.started_on, placement.ended_on
    ):
        said.append("the practice educator’s stage lapses before its end")
    if placement.backfill_id is None:
        said.append("nobody covers the desk")
    return [f"{placement.title}: {each}" for each in said]


def _stages(people: Collection[UUID]) -> dict[UUID, list[Span]]:
    held: dict[UUID, list[Span]] = defaultdict(list)
    if people:
        rows = (
            select(Qualification.person_id, Qualification.awarded_on, Qualification.expires_on)
            .where(
                Qualification.person_id.in_(list(people)),
                Qualification.kind == PRACTICE_EDUCATOR,
                Qualification.set_aside_on.is_(None),
            )
            .order_by(Qualification.awarded_on, Qualification.id)
        )
        for person_id, first, last in db.session.execute(rows):
            held[person_id].append(Span(first, last))
    return held
