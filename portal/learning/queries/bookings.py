"""Who has a place at an event or waits for one, and the certificates that came of it."""

from collections.abc import Sequence

from sqlalchemy import select

from portal.database import db
from portal.learning.models import Booking, CourseEvent, Qualification
from portal.people.models import Person

MOST_BOOKINGS = 1000


def of_event(event: CourseEvent) -> list[Booking]:
    """Everybody who has, had or waits for a place, in the order in which they asked."""
    asked = (
        select(Booking)
        .where(Booking.event_id == event.id)
        .order_by(Booking.turn)
        .limit(MOST_BOOKINGS)
    )
    return list(db.session.scalars(asked))


def own_booking(person: Person, event: CourseEvent) -> Booking | None:
    """What this person has booked at an event."""
    own = select(Booking).where(Booking.event_id == event.id, Booking.person_id == person.id)
    return db.session.scalar(own)


def certificates_of(event: CourseEvent) -> list[Qualification]:
    """The certificates of an event, those that were taken back too."""
    of = select(Booking.id).where(Booking.event_id == event.id)
    found = (
        select(Qualification)
        .where(Qualification.booking_id.in_(of))
        .order_by(Qualification.id)
        .limit(MOST_BOOKINGS)
    )
    return list(db.session.scalars(found))


def places_left(event: CourseEvent, there: Sequence[Booking]) -> int:
    """How many places nobody has taken; somebody who came without one can make it too many."""
    return max(0, event.places - sum(each.has_place for each in there))
