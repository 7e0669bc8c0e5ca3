"""The next session of pairs, and what became of those before."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.mentoring.models import PLANNED, Pairing, PlannedSession

MOST_SHOWN = 12
"""How many planned sessions a page of one pair shows: the next, and what became of the last."""


def next_planned(pairing: Pairing) -> PlannedSession | None:
    """The session that the two mean to hold next, if they have agreed on a day."""
    return db.session.scalar(
        select(PlannedSession).where(
            PlannedSession.pairing_id == pairing.id, PlannedSession.state == PLANNED
        )
    )


def planned_of(pairing: Pairing) -> list[PlannedSession]:
    """The planned sessions of one pair with what became of them, last first."""
    planned = (
        select(PlannedSession)
        .where(PlannedSession.pairing_id == pairing.id)
        .order_by(PlannedSession.meets_on.desc(), PlannedSession.planned_at.desc())
        .limit(MOST_SHOWN)
    )
    return list(db.session.scalars(planned))


def next_among(pairings: Iterable[UUID]) -> dict[UUID, PlannedSession]:
    """The next session of each of these pairs, by the id of the pair."""
    ids = list(pairings)
    found = db.session.scalars(
        select(PlannedSession)
        .where(PlannedSession.pairing_id.in_(ids), PlannedSession.state == PLANNED)
        .order_by(PlannedSession.meets_on)
        .limit(len(ids))
    )
    return {each.pairing_id: each for each in found}
