"""What the pages of writing and evidence list."""

from portal.standards.queries.evidence import (
    Overview,
    chosen_marks,
    every_piece,
    evidence_page,
    framework_of,
    last_move,
    marks_of,
    overview,
    piece_of,
    pointing_at,
)
from portal.standards.queries.moves import every_mark, marks_carried
from portal.standards.queries.ratings import ratings_of

__all__ = [
    "Overview",
    "chosen_marks",
    "every_mark",
    "every_piece",
    "evidence_page",
    "framework_of",
    "last_move",
    "marks_carried",
    "marks_of",
    "overview",
    "piece_of",
    "pointing_at",
    "ratings_of",
]
