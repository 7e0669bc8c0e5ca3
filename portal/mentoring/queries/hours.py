"""Sessions and their length: of one coach by kind of help, and totals of the whole scheme."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from portal.database import db
from portal.mentoring.models import COACHING, GROUP, HELD, MENTORING, Pairing, Session
from portal.people.models import Person

OF_SCHEME = (COACHING, MENTORING, GROUP)
"""What a scheme adds up. Supervision belongs to the line, and to nobody's total."""
MOST_DAYS = 5_000
MOST_COACHES = 1_000


def hours_of(person: Person, first: date, last: date) -> Sequence[Any]:
    """What this person gave between two days: rows of day, kind, sessions and minutes.

    Coaching and mentoring of those they support, and the supervision and groups that they led.
    """
    of_pairs = _by_day().join(Pairing, Pairing.id == Session.pairing_id)
    sides = (
        of_pairs.where(Pairing.coach_id == person.id),
        _by_day().where(Session.led_by_id == person.id, Session.state == HELD),
    )
    span = Session.held_on.between(first, last)
    return [row for side in sides for row in db.session.execute(side.where(span))]


def scheme_hours(organisation_id: UUID, first: date) -> Sequence[Any]:
    """What was held in the whole organisation since a day: rows as those of one person."""
    held = _by_day().where(
        Session.organisation_id == organisation_id,
        Session.held_on >= first,
        Session.kind.in_(OF_SCHEME),
    )
    return db.session.execute(held).all()


def sessions_by_coach(organisation_id: UUID, first: date) -> dict[UUID, tuple[int, int]]:
    """How many sessions each coach had since a day, and how many minutes these were."""
    held = (
        select(Pairing.coach_id, func.count(), func.sum(Session.minutes))
        .join(Pairing, Pairing.id == Session.pairing_id)
        .where(Session.organisation_id == organisation_id, Session.held_on >= first)
        .group_by(Pairing.coach_id)
        .order_by(Pairing.coach_id)
        .limit(MOST_COACHES)
    )
    return {coach: (number, minutes) for coach, number, minutes in db.session.execute(held)}


def endings(organisation_id: UUID, first: date, today: date) -> Sequence[Any]:
    """How many pairs ended on each day since the first: rows of day, kind, how many and none."""
    return db.session.execute(
        select(Pairing.ended_on, Pairing.kind, func.count(), func.min(0))
        .where(Pairing.organisation_id == organisation_id)
        .where(Pairing.ended_on.between(first, today), Pairing.in_place_of_id.is_(None))
        .group_by(Pairing.ended_on, Pairing.kind)
        .order_by(Pairing.ended_on, Pairing.kind)
        .limit(MOST_DAYS)
    ).all()


def _by_day() -> Any:
    held: Any = select(Session.held_on, Session.kind, func.count(), func.sum(Session.minutes))
    by = (Session.held_on, Session.kind)
    return held.group_by(*by).order_by(*by).limit(MOST_DAYS)
