"""Planning a day of a course, changing it, calling it off, and saying who was there."""

from collections.abc import Collection, Sequence
from datetime import date, time
from uuid import UUID, uuid4

from sqlalchemy.orm.attributes import flag_modified

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.learning import sentences
from portal.learning.catalogue import TRAINING, AnyCourse
from portal.learning.expiring import valid_until
from portal.learning.models import (
    ATTENDED,
    BOOKED,
    MISSED,
    WAITING,
    Booking,
    CourseEvent,
    Qualification,
)
from portal.learning.operations.bookings import move_up
from portal.learning.queries import bookings as queries
from portal.learning.queries.courses import course_called
from portal.people.models import Person


class EventError(ValueError):
    """An event that cannot be so; the message says why."""


def plan_event(
    by: Person,
    course: AnyCourse,
    *,
    held_on: date,
    from_time: time | None,
    place: str,
    places: int,
    run_by: Person,
) -> CourseEvent:
    """Plan a day of a course, and tell whoever runs it."""
    event = CourseEvent(
        organisation_id=by.organisation_id, course_key=course.key, title=course.title,
        held_on=held_on, from_time=from_time, place=place, places=places,
        run_by_id=run_by.id, run_by=run_by, planned_by_id=by.id,
    )  # fmt: skip
    db.session.add(event)
    db.session.flush()
    facts = {"course": course.key, "held_on": held_on.isoformat(), "places": places}
    audit.record(by, "learning.event_planned", event, **facts)
    if by.id != run_by.id:
        notices.tell(run_by, sentences.you_run_it(by, event), link=_page(event), about=event)
    return event


def change_event(
    by: Person,
    event: CourseEvent,
    *,
    held_on: date,
    from_time: time | None,
    place: str,
    places: int,
) -> None:
    """Move an event or change its places; who comes hears of a move, and who waits moves up.

    Raises EventError where fewer places are given than are taken.
    """
    there = queries.of_event(event)
    taken = [each for each in there if each.state == BOOKED]
    if places < len(taken):
        raise EventError(f"{len(taken)} places are taken already, so there cannot be fewer")
    was = (event.held_on, event.from_time, event.place)
    event.held_on, event.from_time, event.place, event.places = held_on, from_time, place, places
    db.session.flush()
    facts = {"held_on": held_on.isoformat(), "places": places}
    audit.record(by, "learning.event_changed", event, **facts)
    if was != (held_on, from_time, place):
        _tell(by, event, there, sentences.moved(event))
    move_up(event)


def cancel_event(by: Person, event: CourseEvent) -> None:
    """Call an event off, and tell who has a place or waits, and who runs it."""
    there = queries.of_event(event)
    event.cancelled_on = today()
    db.session.flush()
    audit.record(by, "learning.event_cancelled", event, people=len(there))
    _tell(by, event, there, sentences.called_off(event))
    if by.id != event.run_by_id:
        said = sentences.called_off(event)
        notices.tell(event.run_by, said, link=_page(event), about=event)


def say_who_came(
    by: Person, event: CourseEvent, came: Collection[UUID], others: Sequence[Person] = ()
) -> int:
    """Say who was there, by person; each gets a certificate. Answers how many were there.

    `others` came without a place: they waited for one, gave theirs up, or never asked.
    Said again it puts right what was said before: who was not there after all has none.
    """
    there = queries.of_event(event)
    there += _unbooked(event, there, others)
    came = {*came, *(each.id for each in others)}
    booked = [each for each in there if each.has_place or each.person_id in came]
    course = course_called(event.organisation_id, event.course_key)
    months = course.months_valid if course else None
    held = {each.booking_id: each for each in queries.certificates_of(event)}
    for each in booked:
        each.state = ATTENDED if each.person_id in came else MISSED
        _certify(by, event, each, held.get(each.id), months)
    flag_modified(event, "title")  # who was there is of the version too: nobody's word is lost
    db.session.flush()
    number = sum(each.state == ATTENDED for each in booked)
    audit.record(by, "learning.attendance_said", event, came=number, booked=len(booked))
    return number


def _unbooked(
    event: CourseEvent, there: Sequence[Booking], others: Sequence[Person]
) -> list[Booking]:
    """New bookings for those of the others who never asked for a place."""
    known = {each.person_id for each in there}
    turn = max((each.turn for each in there), default=0)
    made = [
        Booking(
            organisation_id=event.organisation_id, event_id=event.id, event=event,
            person_id=each.id, person=each, turn=turn + number, state=ATTENDED,
        )
        for number, each in enumerate((one for one in others if one.id not in known), 1)
    ]  # fmt: skip
    db.session.add_all(made)
    db.session.flush()
    return made


def _certify(
    by: Person, event: CourseEvent, booking: Booking, held: Qualification | None, months: int | None
) -> None:
    """Give or take back the certificate that goes with an attendance."""
    if booking.state == MISSED:
        if held is not None and held.set_aside_on is None:
            held.set_aside_on = today()
        return
    if held is not None:
        held.set_aside_on = None
        return
    made = Qualification(
        id=uuid4(),  # at hand for the notice, so that all are written as one
        organisation_id=event.organisation_id, person_id=booking.person_id, kind=TRAINING,
        key=event.course_key, title=event.title, awarded_on=event.held_on,
        expires_on=valid_until(event.held_on, months), booking_id=booking.id, recorded_by_id=by.id,
    )  # fmt: skip
    db.session.add(made)
    said, link = sentences.certificate(event), f"/certificates/{made.id}"
    notices.tell(booking.person, said, link=link, about=made)


def _tell(by: Person, event: CourseEvent, there: list[Booking], said: str) -> None:
    for each in there:
        if each.state in {BOOKED, WAITING} and each.person_id != by.id:
            notices.tell(each.person, said, link=_page(event), about=event)


def _page(event: CourseEvent) -> str:
    return f"/courses/events/{event.id}"
