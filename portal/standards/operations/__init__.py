"""What people do with writing and evidence, each deed by its noun."""

from portal.standards.operations.evidence import (
    add_evidence,
    change_evidence,
    choose_standards,
    remove_evidence,
    restore_evidence,
    suggest_standards,
)
from portal.standards.operations.moves import NotTheLastMoveError, move_standards, undo_move
from portal.standards.operations.ratings import (
    FinishedError,
    NotFinishedError,
    finish_rating,
    save_rating,
    share_rating,
)

__all__ = [
    "FinishedError",
    "NotFinishedError",
    "NotTheLastMoveError",
    "add_evidence",
    "change_evidence",
    "choose_standards",
    "finish_rating",
    "move_standards",
    "remove_evidence",
    "restore_evidence",
    "save_rating",
    "share_rating",
    "suggest_standards",
    "undo_move",
]
