"""What somebody who led a group writes down: the day, the length, and who was there."""

from collections.abc import Sequence
from datetime import date

from portal import audit
from portal.clock import today
from portal.database import db
from portal.mentoring import lengths, when
from portal.mentoring.models import GROUP, IN_PERSON, Attendance, Session
from portal.mentoring.operations.pairs import ImpossibleSessionError
from portal.people.models import Person


def record_group(
    by: Person,
    people: Sequence[Person],
    *,
    title: str,
    held_on: date,
    minutes: int,
    medium: str = IN_PERSON,
) -> Session:
    """Write down a group session that somebody led: it counts for everybody who was there.

    Raises ImpossibleSessionError for a day or a length that no session can have, or for nobody.
    """
    said = when.objection(held_on, today(), when.ALWAYS)
    if not said and not lengths.is_possible(minutes):
        said = "A session lasts from 5 minutes to 8 hours"
    if said or not people:
        raise ImpossibleSessionError(said or "Tick at least one person who was there")
    session = Session(
        organisation_id=by.organisation_id, kind=GROUP, led_by_id=by.id, led_by=by, title=title,
        held_on=held_on, minutes=minutes, medium=medium, recorded_by_id=by.id, recorded_on=today(),
    )  # fmt: skip
    db.session.add(session)
    db.session.flush()
    own = {"organisation_id": by.organisation_id, "session_id": session.id}
    db.session.add_all(Attendance(**own, person_id=person.id) for person in people)
    facts = {"held_on": held_on.isoformat(), "minutes": minutes, "people": len(people)}
    audit.record(by, "mentoring.group_recorded", session, **facts)
    return session
