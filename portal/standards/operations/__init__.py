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

__all__ = [
    "NotTheLastMoveError",
    "add_evidence",
    "change_evidence",
    "choose_standards",
    "move_standards",
    "remove_evidence",
    "restore_evidence",
    "suggest_standards",
    "undo_move",
]
