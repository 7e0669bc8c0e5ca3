"""Proposals to move a year to another programme."""

from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.induction.models import ProgrammeMove
from portal.induction.models.programme_moves import WAITING


def waiting_move(induction_id: UUID) -> ProgrammeMove | None:
    """The proposal that waits for the person's answer, if one does."""
    found = select(ProgrammeMove).where(
        ProgrammeMove.induction_id == induction_id, ProgrammeMove.answer == WAITING
    )
    return db.session.scalar(found)
