"""What somebody who led a group writes down: the day, the length, and who was there."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm.attributes import flag_modified

from portal import audit
from portal.clock import today
from portal.database import db
from portal.mentoring import gatherings, lengths, queries, when
from portal.mentoring.models import GROUP, IN_PERSON, Attendance, Session
from portal.mentoring.operations.pairs import AlreadyLoggedError, ImpossibleSessionError
from portal.people.models import Person, Unit


def record_group(
    by: Person,
    people: Sequence[Person],
    *,
    held_on: date,
    minutes: int,
    title: str = "",
    medium: str = IN_PERSON,
    form: str = gatherings.GROUP_SESSION,
    unit: Unit | None = None,
) -> Session:
    """Write down a group session that somebody led: it counts for everybody who was there.

    Raises AlreadyLoggedError where the same person led a session of the whole team on that day,
    and ImpossibleSessionError for a day or a length that no session can have, or for nobody.
    """
    _refuse_impossible(people, held_on, minutes)
    if unit is not None and form == gatherings.TEAM:
        first = queries.team_session_on(by, unit.id, held_on)
        if first is not None:
            raise AlreadyLoggedError(first)
    session = Session(
        organisation_id=by.organisation_id, kind=GROUP, led_by_id=by.id, led_by=by,
        title=title or gatherings.in_words(form),
        held_on=held_on, minutes=minutes, medium=medium, recorded_by_id=by.id, recorded_on=today(),
        form=form, unit_id=unit.id if unit else None,
    )  # fmt: skip
    db.session.add(session)
    db.session.flush()
    _attended(session, people)
    facts = {"held_on": held_on.isoformat(), "minutes": minutes, "people": len(people)}
    audit.record(by, "mentoring.group_recorded", session, form=form, **facts)
    return session


def correct_group(
    by: Person,
    session: Session,
    people: Sequence[Person],
    *,
    held_on: date,
    minutes: int,
    medium: str,
) -> None:
    """Put right when a group session was, how long, and who was there; the trail keeps the rest.

    Raises ImpossibleSessionError for a day or a length that no session can have, or for nobody.
    """
    _refuse_impossible(people, held_on, minutes)
    there = queries.attendance_of(session)
    before = (session.held_on, session.minutes, session.medium, there)
    wanted = {person.id for person in people}
    if before == (held_on, minutes, medium, wanted):
        return
    session.held_on, session.minutes, session.medium = held_on, minutes, medium
    _left_out(session, there - wanted)
    _attended(session, [person for person in people if person.id not in there])
    flag_modified(session, "title")  # who was there is of the version too, so that nobody's is lost
    db.session.flush()
    facts = {"held_on": held_on.isoformat(), "minutes": minutes, "people": len(people)}
    was = {"held_on": before[0].isoformat(), "minutes": before[1], "people": len(there)}
    audit.record(by, "mentoring.group_corrected", session, before=was, after=facts)


def _attended(session: Session, people: Sequence[Person]) -> None:
    own = {"organisation_id": session.organisation_id, "session_id": session.id}
    db.session.add_all(Attendance(**own, person_id=person.id) for person in people)


def _left_out(session: Session, people: set[UUID]) -> None:
    if people:
        gone = Attendance.session_id == session.id, Attendance.person_id.in_(people)
        db.session.execute(delete(Attendance).where(*gone))


def _refuse_impossible(people: Sequence[Person], held_on: date, minutes: int) -> None:
    said = when.objection(held_on, today(), when.ALWAYS)
    if not said and not lengths.is_possible(minutes):
        said = "A session lasts from 5 minutes to 8 hours"
    if said or not people:
        raise ImpossibleSessionError(said or "Tick at least one person who was there")
