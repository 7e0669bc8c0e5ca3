"""Pauses: the one a pair is in or is about to be in, and those of a whole scheme."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from portal.database import db
from portal.mentoring.models import Pairing, PairPause
from portal.mentoring.when import Span

MOST_AT_ONCE = 20_000


def pause_of(pairing: Pairing, today: date) -> PairPause | None:
    """The pause that this pair is in, or the next one that is to come."""
    found = (
        select(PairPause)
        .where(PairPause.pairing_id == pairing.id)
        .where(or_(PairPause.ended_on.is_(None), PairPause.ended_on >= today))
        .order_by(PairPause.started_on, PairPause.id)
        .limit(1)
    )
    return db.session.scalar(found)


def pauses_since(organisation_id: UUID, since: date) -> dict[UUID, list[Span]]:
    """The days on which pairs of this organisation are or were paused, by the id of the pair."""
    found = db.session.execute(
        select(PairPause.pairing_id, PairPause.started_on, PairPause.ended_on)
        .where(PairPause.organisation_id == organisation_id)
        .where(or_(PairPause.ended_on.is_(None), PairPause.ended_on >= since))
        .order_by(PairPause.started_on, PairPause.id)
        .limit(MOST_AT_ONCE)
    )
    pauses: dict[UUID, list[Span]] = defaultdict(list)
    for pairing_id, started_on, ended_on in found:
        pauses[pairing_id].append(Span(started_on, ended_on))
    return pauses
