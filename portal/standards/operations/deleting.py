"""Deleting a piece: its writer may, with an undo; after 30 days it is gone for good.

What was shared once is taken back instead: others wrote about it, and it may be part of a year.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update

from portal import audit
from portal.clock import now
from portal.database import db
from portal.people.models import Person
from portal.standards.models.evidence import Evidence
from portal.standards.models.thoughts import Thought
from portal.standards.models.writing import BROUGHT_BACK_FOR, Piece, PieceRevision

MOST_AT_ONCE = 200


class SharedOnceError(Exception):
    """What others could read is taken back, and not deleted."""


def delete_piece(by: Person, piece: Piece) -> None:
    """Delete a piece that was never shared; for 30 days it can be brought back."""
    if piece.shared_number is not None:
        raise SharedOnceError("This was shared. Take it back instead: nobody else reads it then.")
    if piece.is_deleted:
        return
    piece.deleted_at = now()
    db.session.flush()
    audit.record(by, "standards.piece_deleted", piece)


def bring_piece_back(by: Person, piece: Piece) -> None:
    """Bring a deleted piece back, as it was."""
    if not piece.is_deleted:
        return
    piece.deleted_at = None
    db.session.flush()
    audit.record(by, "standards.piece_brought_back", piece)


def organisations_with_deleted() -> list[UUID]:
    """Each organisation in which something was deleted more than 30 days ago."""
    found = select(Piece.organisation_id).where(_is_over()).distinct()
    return list(db.session.scalars(found.order_by(Piece.organisation_id)))


def forget_deleted(organisation_id: UUID) -> int:
    """Remove for good what was deleted more than 30 days ago, some at a time; answer how many.

    Thoughts and evidence that pointed at it stay, and point at nothing.
    """
    found = select(Piece).where(Piece.organisation_id == organisation_id, _is_over())
    over = list(db.session.scalars(found.order_by(Piece.deleted_at, Piece.id).limit(MOST_AT_ONCE)))
    ids = [piece.id for piece in over]
    if not ids:
        return 0
    audit.record_many(None, "standards.piece_forgotten", [(piece, {}) for piece in over])
    quietly = {"synchronize_session": False}
    thoughts = update(Thought).where(Thought.piece_id.in_(ids)).values(piece_id=None)
    evidence = (
        update(Evidence)
        .where(Evidence.subject_type == Piece.__tablename__, Evidence.subject_id.in_(ids))
        .values(subject_type="", subject_id=None)
    )
    revisions = delete(PieceRevision).where(PieceRevision.piece_id.in_(ids))
    for statement in (thoughts, evidence, revisions, delete(Piece).where(Piece.id.in_(ids))):
        db.session.execute(statement, execution_options=quietly)
    db.session.expire_all()
    return len(ids)


def _is_over() -> ColumnElement[bool]:
    return Piece.deleted_at < now() - BROUGHT_BACK_FOR
