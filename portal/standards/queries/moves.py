"""Moves between frameworks: which marks one added, and whatever is marked already."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.standards import frameworks, mapping
from portal.standards.frameworks import Framework
from portal.standards.models.evidence import StandardShown, StandardsMove
from portal.standards.queries.evidence import MOST_MARKS, counts_under


@dataclass(frozen=True)
class Moved:
    """A move as pages show it: the old standards beside where their evidence went."""

    move: StandardsMove
    old: Framework
    new: Framework
    rows: list[mapping.Carried]


def moved(move: StandardsMove | None) -> Moved | None:
    """The old standards with their pieces beside the new ones; nothing where nobody moved.

    Where the two are no longer mapped onto each other the old ones stand alone.
    """
    if move is None:
        return None
    old, new = frameworks.known(move.from_key), frameworks.known(move.to_key)
    mapped = [each for each in frameworks.moves_from(old.key) if each.to_key == new.key]
    alone = frameworks.Move(old.key, new.key, {each.key: () for each in old.standards})
    counts = counts_under(move.person_id, old)
    rows = mapping.preview(counts, old, new, mapped[0] if mapped else alone)
    return Moved(move, old, new, rows)


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
