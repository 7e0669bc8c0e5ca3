"""Moves between frameworks: which marks one added, and whatever is marked already."""

from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.standards.models.evidence import StandardShown, StandardsMove
from portal.standards.queries.evidence import MOST_MARKS


def marks_carried(move: StandardsMove) -> list[StandardShown]:
    """The marks that a move added and that nobody has taken off since."""
    found = (
        select(StandardShown)
        .where(StandardShown.move_id == move.id)
        .order_by(StandardShown.id)
        .limit(MOST_MARKS)
    )
    return list(db.session.scalars(found))


def every_mark(person_id: UUID, framework_key: str) -> list[tuple[UUID, str]]:
    """Each piece with a standard of the framework, chosen or suggested."""
    found = (
        select(StandardShown.evidence_id, StandardShown.standard_key)
        .where(StandardShown.person_id == person_id, StandardShown.framework_key == framework_key)
        .order_by(StandardShown.evidence_id, StandardShown.standard_key)
        .limit(MOST_MARKS)
    )
    return [(piece, key) for piece, key in db.session.execute(found)]
