"""The tables of writing and evidence."""

from portal.standards.models.evidence import Evidence, StandardShown, StandardsMove
from portal.standards.models.ratings import RatingSet
from portal.standards.models.thoughts import Thought
from portal.standards.models.writing import (
    Piece,
    PieceComment,
    PieceReader,
    PieceRevision,
    WritingChoice,
)

__all__ = [
    "Evidence",
    "Piece",
    "PieceComment",
    "PieceReader",
    "PieceRevision",
    "RatingSet",
    "StandardShown",
    "StandardsMove",
    "Thought",
    "WritingChoice",
]
