"""What people do in coaching and mentoring: log a session, put one right, end a pairing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import keeping, lengths, queries, when
from portal.mentoring import notices as sentences
from portal.mentoring.models import IN_PERSON, Pairing, Session
from portal.mentoring.operations.covers import end_cover
from portal.mentoring.operations.notes import keep_note, keep_version
from portal.mentoring.operations.planned import settle_planned
from portal.mentoring.operations.topics import add_topics, keep_topics
from portal.people.models import Person


class AlreadyLoggedError(Exception):
    """The pair has a session on that day already: it is the one to change."""

    def __init__(self, first: Session) -> None:
        super().__init__(f"There is a session on {first.held_on}.")
        self.first = first


class ImpossibleSessionError(ValueError):
    """No session can have been held like this; the message says why."""


def record_session(
    by: Person,
    pairing: Pairing,
    *,
    held_on: date,
    minutes: int,
    medium: str = IN_PERSON,
    note: str = "",
    topics: Sequence[str] = (),
) -> Session:
    """Log a session that the two held, and tell the other of them. Nobody has to confirm it.

    The note is for the two of them alone: nobody is told what it says, or that there is one.

    Raises AlreadyLoggedError with the first session when that day has one, and
    ImpossibleSessionError for a day or a length that no session of theirs can have.
    """
    _refuse_impossible(pairing, held_on, minutes)
    first = queries.session_on(pairing, held_on)
    if first is not None:
        raise AlreadyLoggedError(first)
    session = Session(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        kind=pairing.kind, held_on=held_on, minutes=minutes, medium=medium,
        recorded_by_id=by.id, recorded_on=today(), notes_kept=1 if note else 0,
    )  # fmt: skip
    db.session.add(session)
    db.session.flush()
    add_topics(session, topics)
    settle_planned(by, session)
    audit.record(by, "mentoring.session_recorded", session, **_facts(session))
    if note:
        keep_version(by, session, note)
    _tell(by, pairing.other_than(by), sentences.session_recorded(by, session), pairing)
    return session


def correct_session(
    by: Person,
    session: Session,
    *,
    held_on: date,
    minutes: int,
    medium: str,
    note: str | None = None,
    topics: Sequence[str] | None = None,
) -> Session:
    """Put right the day, length or medium of a session; the trail keeps what it said before.

    A note that is given becomes what the note says now, and topics that are given become what it
    was about; None leaves them alone.

    Raises AlreadyLoggedError when another session of the two was held on that day, and
    ImpossibleSessionError for a day or a length that no session of theirs can have.
    """
    _refuse_impossible(session.pairing, held_on, minutes)
    if held_on != session.held_on:
        other = queries.session_on(session.pairing, held_on)
        if other is not None:
            raise AlreadyLoggedError(other)
    if note is not None:
        keep_note(by, session, note)
    if topics is not None:
        keep_topics(by, session, topics)
    before = _facts(session)
    session.held_on, session.minutes, session.medium = held_on, minutes, medium
    if _facts(session) == before:
        return session
    db.session.flush()
    audit.record(by, "mentoring.session_corrected", session, before=before, after=_facts(session))
    pairing = session.pairing
    _tell(by, pairing.other_than(by), sentences.session_corrected(by, session), pairing)
    return session


def end_pairing(by: Person, pairing: Pairing) -> None:
    """End a pairing with today as its last day, without asking why, and tell the other or both.

    One that has not begun yet keeps its first day as its only one. What the two noted for each
    other is kept for twelve months more.
    """
    pairing.ended_on = max(today(), pairing.started_on)
    pairing.notes_until = keeping.notes_until(pairing.ended_on)
    db.session.flush()
    audit.record(by, "mentoring.pairing_ended", pairing, ended_on=pairing.ended_on.isoformat())
    for cover in queries.covers_of(pairing, today()):
        end_cover(by, cover)
    for reader in (pairing.coach, pairing.supported):
        _tell(by, reader, sentences.ended(by, pairing, reader), pairing)


def _refuse_impossible(pairing: Pairing, held_on: date, minutes: int) -> None:
    said = when.objection(held_on, today(), pairing.span)
    if said or not lengths.is_possible(minutes):
        raise ImpossibleSessionError(said or "A session lasts from 5 minutes to 8 hours")


def _tell(by: Person, reader: Person, sentence: str, pairing: Pairing) -> None:
    """Tell one of the two, unless it was their own deed."""
    if reader.id != by.id:
        notices.tell(reader, sentence, link=f"/pairings/{pairing.id}", about=pairing)


def _facts(session: Session) -> dict[str, Any]:
    return {
        "held_on": session.held_on.isoformat(),
        "minutes": session.minutes,
        "medium": session.medium,
    }
