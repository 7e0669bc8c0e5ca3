"""The assessors of a year over time, and what the summary of a hand-over says."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import HandOver, Induction
from portal.mentoring.models import MENTORING, Pairing

MOST = 50


def hand_overs_of(induction: Induction) -> list[HandOver]:
    """Every change of a year's assessor, the latest first; those taken back too."""
    found = (
        select(HandOver)
        .where(HandOver.induction_id == induction.id)
        .options(lazyload(HandOver.induction))
        .order_by(HandOver.from_on.desc(), HandOver.planned_on.desc(), HandOver.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found))


def is_mentor_of(person_id: UUID, supported_id: UUID) -> bool:
    """Whether somebody mentors the other today or is about to."""
    found = select(Pairing.id).where(
        Pairing.coach_id == person_id,
        Pairing.supported_id == supported_id,
        Pairing.kind == MENTORING,
        (Pairing.ended_on.is_(None)) | (Pairing.ended_on >= today()),
    )
    return db.session.scalar(found.limit(1)) is not None
