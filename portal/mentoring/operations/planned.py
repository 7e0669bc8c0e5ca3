"""What a pair does with its next session: agree a day, move it, say that it was missed."""

from datetime import date, time

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import notices as sentences
from portal.mentoring import queries, when
from portal.mentoring.models import HELD, IN_PERSON, MISSED, MOVED, Pairing, PlannedSession, Session
from portal.mentoring.reasons import REASONS
from portal.people.models import Person


class ImpossiblePlanError(ValueError):
    """The two cannot plan to meet like this; the message says why."""


class AlreadyPlannedError(Exception):
    """The pair has a next session already: it is the one to move."""

    def __init__(self, first: PlannedSession) -> None:
        super().__init__(f"A session is planned for {first.meets_on}.")
        self.first = first


def plan_session(
    by: Person,
    pairing: Pairing,
    *,
    meets_on: date,
    from_time: time | None = None,
    medium: str = IN_PERSON,
) -> PlannedSession:
    """Agree the day of the next session, and tell the other of the two.

    Raises AlreadyPlannedError where a next session stands, and ImpossiblePlanError for a day
    on which the two cannot plan to meet.
    """
    _refuse(pairing, meets_on)
    first = queries.next_planned(pairing)
    if first is not None:
        raise AlreadyPlannedError(first)
    planned = _new(by, pairing, meets_on, from_time, medium)
    audit.record(by, "mentoring.session_planned", planned, meets_on=meets_on.isoformat())
    _tell(by, planned, sentences.session_planned(by, planned))
    return planned


def move_planned(
    by: Person,
    planned: PlannedSession,
    *,
    meets_on: date,
    from_time: time | None = None,
    medium: str = IN_PERSON,
) -> PlannedSession:
    """Agree another day, time or way to meet for the next session; answer the new one.

    Raises ImpossiblePlanError for a day on which the two cannot plan to meet.
    """
    _refuse(planned.pairing, meets_on)
    if meets_on == planned.meets_on:
        if (planned.from_time, planned.medium) == (from_time, medium):
            return planned
        planned.from_time, planned.medium = from_time, medium
        following = planned
    else:
        planned.settle(by, MOVED)
        planned.moved_to_on = meets_on
        db.session.flush()
        following = _new(by, planned.pairing, meets_on, from_time, medium)
    db.session.flush()
    audit.record(by, "mentoring.session_moved", planned, to_on=meets_on.isoformat())
    _tell(by, following, sentences.session_moved(by, following, planned.meets_on))
    return following


def miss_planned(by: Person, planned: PlannedSession, reason: str) -> None:
    """Say that a session did not take place on its day, with a neutral reason."""
    if reason not in REASONS:
        raise ImpossiblePlanError("Choose a reason from the list")
    planned.settle(by, MISSED)
    planned.reason = reason
    db.session.flush()
    audit.record(by, "mentoring.session_missed", planned, reason=reason)


def settle_planned(by: Person, session: Session) -> None:
    """What was planned for the day of this session, or before it, was held by holding it."""
    planned = queries.next_planned(session.pairing)
    if planned is not None and planned.meets_on <= session.held_on:
        planned.settle(by, HELD)
        db.session.flush()


def _new(
    by: Person, pairing: Pairing, meets_on: date, from_time: time | None, medium: str
) -> PlannedSession:
    planned = PlannedSession(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        meets_on=meets_on, from_time=from_time, medium=medium, planned_by_id=by.id,
    )  # fmt: skip
    db.session.add(planned)
    db.session.flush()
    return planned


def _refuse(pairing: Pairing, day: date) -> None:
    said = when.objection_to_meeting(day, today(), pairing.span)
    if said:
        raise ImpossiblePlanError(said)


def _tell(by: Person, planned: PlannedSession, sentence: str) -> None:
    pairing = planned.pairing
    link = f"/pairings/{pairing.id}"
    notices.tell(pairing.other_than(by), sentence, link=link, about=pairing)
