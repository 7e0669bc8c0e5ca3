"""Days of courses: what is to come, those of one course, those that somebody runs."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select

from portal.database import db
from portal.learning.models import BOOKED, HAVE_A_PLACE, WAITING, Booking, CourseEvent
from portal.people.models import Person
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

BY_DAY = [CourseEvent.held_on, CourseEvent.id]
FEW = 12


def events_page(person: Person, day: date, after: str | None, size: int = SIZE) -> Page:
    """A page of the events from a day on: each with the places taken, and where I stand."""
    return page_of(_listed(person, day), keys=BY_DAY, after=after, size=size)


def every_event(person: Person, day: date) -> Iterator[Any]:
    """All events from a day on, for a file."""
    for page in each_page(lambda after: events_page(person, day, after, CHUNK)):
        yield from page.rows


def events_of(person: Person, course_key: str, day: date) -> list[Any]:
    """The next events of one course."""
    found = _listed(person, day).where(CourseEvent.course_key == course_key)
    return [tuple(row) for row in db.session.execute(found.order_by(*BY_DAY).limit(FEW))]


def next_events(organisation_id: UUID, day: date) -> dict[str, date]:
    """The next day of each course that has one."""
    first = (
        select(CourseEvent.course_key, func.min(CourseEvent.held_on).label("first"))
        .where(CourseEvent.organisation_id == organisation_id, CourseEvent.held_on >= day)
        .where(CourseEvent.cancelled_on.is_(None))
        .group_by(CourseEvent.course_key)
        .order_by(CourseEvent.course_key)
        .limit(1000)
    )
    return {row.course_key: row.first for row in db.session.execute(first)}


def next_with_places(organisation_id: UUID, day: date) -> dict[str, date]:
    """The next day of each course that has places left."""
    taken = _taken()
    first = (
        select(CourseEvent.course_key, func.min(CourseEvent.held_on).label("first"))
        .where(CourseEvent.organisation_id == organisation_id, CourseEvent.held_on >= day)
        .where(CourseEvent.cancelled_on.is_(None), taken < CourseEvent.places)
        .group_by(CourseEvent.course_key)
        .order_by(CourseEvent.course_key)
        .limit(1000)
    )
    return {row.course_key: row.first for row in db.session.execute(first)}


def my_events(person: Person, day: date) -> list[tuple[CourseEvent, str]]:
    """What I have a place at, or wait for, from a day on."""
    mine = (
        select(CourseEvent, Booking.state)
        .join(Booking, Booking.event_id == CourseEvent.id)
        .where(Booking.person_id == person.id, Booking.state.in_((BOOKED, WAITING)))
        .where(CourseEvent.held_on >= day, CourseEvent.cancelled_on.is_(None))
        .order_by(*BY_DAY)
        .limit(FEW)
    )
    return [(event, state) for event, state in db.session.execute(mine)]


def run_by(person: Person, day: date) -> list[CourseEvent]:
    """What I run that has somebody whose coming is still to be ticked, or lies ahead."""
    unsaid = (
        select(Booking.id)
        .where(Booking.event_id == CourseEvent.id, Booking.state == BOOKED)
        .correlate(CourseEvent)
        .exists()
    )
    mine = (
        select(CourseEvent)
        .where(CourseEvent.run_by_id == person.id, CourseEvent.cancelled_on.is_(None))
        .where((CourseEvent.held_on >= day) | unsaid)
        .order_by(*BY_DAY)
        .limit(FEW)
    )
    return list(db.session.scalars(mine))


def _listed(person: Person, day: date) -> Select[Any]:
    mine = and_(Booking.event_id == CourseEvent.id, Booking.person_id == person.id)
    listed: Any = select(CourseEvent, _taken().label("taken"), Booking.state.label("mine"))
    return (  # type: ignore[no-any-return]
        listed.outerjoin(Booking, mine)
        .where(CourseEvent.organisation_id == person.organisation_id)
        .where(CourseEvent.held_on >= day, CourseEvent.cancelled_on.is_(None))
    )


def _taken() -> Any:
    return (
        select(func.count())
        .where(Booking.event_id == CourseEvent.id, Booking.state.in_(HAVE_A_PLACE))
        .correlate(CourseEvent)
        .scalar_subquery()
    )
