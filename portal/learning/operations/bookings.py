"""Taking a place, giving it up, and the waiting list that moves up by itself."""

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.learning import sentences
from portal.learning.models import BOOKED, GIVEN_UP, WAITING, Booking, CourseEvent
from portal.learning.queries import bookings as queries
from portal.people.models import Person


def book(by: Person, event: CourseEvent) -> Booking:
    """Take a place at an event, or a turn in waiting for one; a second time it is the same."""
    there = queries.of_event(event)
    booking = next((each for each in there if each.person_id == by.id), None)
    if booking is not None and booking.state != GIVEN_UP:
        return booking
    is_free = queries.places_left(event, there) > 0
    if booking is None:
        booking = Booking(
            organisation_id=event.organisation_id, event_id=event.id, event=event,
            person_id=by.id, person=by,
        )  # fmt: skip
        db.session.add(booking)
    booking.state, booking.asked_at = BOOKED if is_free else WAITING, now()
    booking.turn = max((each.turn for each in there), default=0) + 1
    db.session.flush()
    audit.record(by, "learning.event_booked", event, state=booking.state)
    return booking


def give_up(by: Person, event: CourseEvent) -> bool:
    """Give up a place or a turn in waiting; whoever waits longest moves up.

    Answers whether it was a turn in waiting.
    """
    booking = queries.own_booking(by, event)
    if booking is None or booking.state not in {BOOKED, WAITING}:
        return False
    waited = booking.state == WAITING
    booking.state = GIVEN_UP
    db.session.flush()
    audit.record(by, "learning.booking_given_up", event)
    move_up(event)
    return waited


def move_up(event: CourseEvent) -> list[Person]:
    """Give free places to who has waited longest, and tell them. Answers who moved up."""
    there = queries.of_event(event)
    free = queries.places_left(event, there)
    moved = [each for each in there if each.state == WAITING][: max(0, free)]
    for each in moved:
        each.state = BOOKED
        link = f"/courses/events/{event.id}"
        notices.tell(each.person, sentences.moved_up(event), link=link, about=event)
    db.session.flush()
    deeds = [(event, {"person_id": str(each.person_id)}) for each in moved]
    audit.record_many(None, "learning.moved_up", deeds)
    return [each.person for each in moved]
