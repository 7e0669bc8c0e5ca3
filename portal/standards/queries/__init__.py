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
from portal.standards.queries.thoughts import (
    every_thought,
    thoughts_page,
)
from portal.standards.queries.writing import (
    colleagues_named,
    comments_on,
    every_piece_of,
    every_revision,
    everything_shared_with,
    last_revision,
    people_of,
    piece_answering,
    pieces_answering,
    pieces_page,
    revision_of,
    revisions_page,
    shared_with,
    writing_choice,
)

__all__ = [
    "Overview",
    "chosen_marks",
    "colleagues_named",
    "comments_on",
    "every_mark",
    "every_piece",
    "every_piece_of",
    "every_revision",
    "every_thought",
    "everything_shared_with",
    "evidence_page",
    "framework_of",
    "last_move",
    "last_revision",
    "marks_carried",
    "marks_of",
    "overview",
    "people_of",
    "piece_answering",
    "piece_of",
    "pieces_answering",
    "pieces_page",
    "pointing_at",
    "ratings_of",
    "revision_of",
    "revisions_page",
    "shared_with",
    "thoughts_page",
    "writing_choice",
]
