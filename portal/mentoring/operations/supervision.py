"""What two people do with their supervision: agree a day, log it, move it, say it was missed."""

from datetime import date
from typing import Any

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import lengths, queries, when
from portal.mentoring import notices as sentences
from portal.mentoring.models import (
    HELD,
    IN_PERSON,
    MISSED,
    MOVED,
    PLANNED,
    SUPERVISION,
    Session,
)
from portal.mentoring.operations.pairs import AlreadyLoggedError, ImpossibleSessionError
from portal.mentoring.reasons import REASONS
from portal.people.models import Person

USUAL_MINUTES = 60


def record_supervision(
    by: Person,
    *,
    leader: Person,
    person: Person,
    held_on: date,
    minutes: int,
    medium: str = IN_PERSON,
) -> Session:
    """Log supervision that these two held, and tell the other of them. Nobody has to confirm it.

    What was agreed for that day, or said to be missed, is that supervision. Raises
    AlreadyLoggedError with the first of the day, and ImpossibleSessionError for a day or a length
    that no supervision can have.
    """
    _refuse(when.objection(held_on, today(), when.ALWAYS), minutes)
    session = queries.supervision_on(leader, person, held_on)
    if session is not None and session.state == HELD:
        raise AlreadyLoggedError(session)
    if session is None or session.moved_to_on:
        session = _new(by, leader, person, held_on, state=HELD)
    session.state, session.reason = HELD, ""
    session.minutes, session.medium = minutes, medium
    session.recorded_by_id, session.recorded_on = by.id, today()
    db.session.flush()
    audit.record(by, "mentoring.supervision_recorded", session, **_facts(session))
    _tell(by, session, sentences.supervision_recorded(by, session))
    return session


def correct_supervision(
    by: Person, session: Session, *, held_on: date, minutes: int, medium: str
) -> Session:
    """Put right the day, length or medium of supervision; the trail keeps what it said before.

    Raises AlreadyLoggedError and ImpossibleSessionError as `record_supervision` does.
    """
    _refuse(when.objection(held_on, today(), when.ALWAYS), minutes)
    if held_on != session.held_on:
        _refuse_twice(session, held_on)
    before = _facts(session)
    session.held_on, session.minutes, session.medium = held_on, minutes, medium
    if _facts(session) == before:
        return session
    db.session.flush()
    facts = {"before": before, "after": _facts(session)}
    audit.record(by, "mentoring.supervision_corrected", session, **facts)
    _tell(by, session, sentences.session_corrected(by, session))
    return session


def plan_supervision(
    by: Person, *, leader: Person, person: Person, day: date, minutes: int = USUAL_MINUTES
) -> Session:
    """Agree a day for supervision. Raises as `record_supervision` does."""
    _refuse(when.objection_to_planning(day, today()), minutes)
    session = queries.supervision_on(leader, person, day)
    if session is not None and session.state in (HELD, PLANNED):
        raise AlreadyLoggedError(session)
    session = _new(by, leader, person, day, state=PLANNED)
    session.minutes = minutes
    db.session.flush()
    audit.record(by, "mentoring.supervision_planned", session, **_facts(session))
    _tell(by, session, sentences.supervision_planned(by, session))
    return session


def move_supervision(by: Person, session: Session, to_on: date) -> Session:
    """Agree another day for supervision that was planned or missed; answer the new one."""
    _refuse(when.objection_to_planning(to_on, today()), session.minutes)
    leader, person = session.led_by, session.with_person
    if leader is None or person is None:
        raise LookupError("Only supervision moves.")
    _refuse_twice(session, to_on)
    if session.state == PLANNED:
        session.state = MOVED
    session.moved_to_on = to_on
    db.session.flush()
    following = _new(by, leader, person, to_on, state=PLANNED)
    following.minutes = session.minutes
    db.session.flush()
    audit.record(by, "mentoring.supervision_moved", session, to_on=to_on.isoformat())
    _tell(by, following, sentences.supervision_moved(by, following, session.held_on))
    return following


def rebook_supervision(
    by: Person,
    *,
    leader: Person,
    person: Person,
    missed_on: date,
    reason: str,
    to_on: date | None,
) -> Session:
    """Say that what was promised until a day was missed, and agree another day if there is one.

    Raises as `plan_supervision` does.
    """
    if to_on is not None:
        _refuse(when.objection_to_planning(to_on, today()), USUAL_MINUTES)
    session = queries.supervision_on(leader, person, missed_on)
    if session is None or session.state == HELD:
        session = _new(by, leader, person, missed_on, state=PLANNED)
    miss_supervision(by, session, reason)
    return session if to_on is None else move_supervision(by, session, to_on)


def miss_supervision(by: Person, session: Session, reason: str) -> None:
    """Say that supervision did not take place on its day, with a neutral reason."""
    if reason not in REASONS:
        raise ImpossibleSessionError("Choose a reason from the list")
    if session.state == MISSED and session.reason == reason:
        return
    session.state, session.reason = MISSED, reason
    session.recorded_by_id, session.recorded_on = by.id, today()
    db.session.flush()
    audit.record(by, "mentoring.supervision_missed", session, reason=reason)


def _new(by: Person, leader: Person, person: Person, day: date, *, state: str) -> Session:
    session = Session(
        organisation_id=person.organisation_id, kind=SUPERVISION, state=state, held_on=day,
        minutes=USUAL_MINUTES, medium=IN_PERSON, led_by_id=leader.id, led_by=leader,
        with_id=person.id, with_person=person, recorded_by_id=by.id, recorded_on=today(),
        reason="",
    )  # fmt: skip
    db.session.add(session)
    return session


def _refuse_twice(session: Session, day: date) -> None:
    if session.led_by is None or session.with_person is None:
        raise LookupError("Only supervision is of two people without a pairing.")
    other = queries.supervision_on(session.led_by, session.with_person, day)
    if other is not None and other is not session and other.state in (HELD, PLANNED):
        raise AlreadyLoggedError(other)


def _refuse(said: str | None, minutes: int) -> None:
    if said or not lengths.is_possible(minutes):
        raise ImpossibleSessionError(said or "A session lasts from 5 minutes to 8 hours")


def _tell(by: Person, session: Session, sentence: str) -> None:
    """Tell the other of the two, or both where somebody else did it."""
    for reader in (session.led_by, session.with_person):
        if reader is not None and reader.id != by.id:
            notices.tell(reader, sentence, link="/supervision", about=session)


def _facts(session: Session) -> dict[str, Any]:
    return {
        "held_on": session.held_on.isoformat(),
        "minutes": session.minutes,
        "medium": session.medium,
    }
