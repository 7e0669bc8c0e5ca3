"""What people do with writing and evidence, each deed by its noun."""

from portal.standards.operations.comments import (
    comment_on_piece,
    settle_comment,
)
from portal.standards.operations.deleting import (
    SharedOnceError,
    bring_piece_back,
    delete_piece,
    forget_deleted,
)
from portal.standards.operations.evidence import (
    add_evidence,
    change_evidence,
    choose_standards,
    remove_evidence,
    restore_evidence,
    suggest_standards,
    withdraw_evidence,
)
from portal.standards.operations.moves import (
    NotTheLastMoveError,
    NotYetInForceError,
    move_standards,
    undo_move,
)
from portal.standards.operations.ratings import (
    Answers,
    FinishedError,
    NotFinishedError,
    finish_rating,
    save_rating,
    share_rating,
)
from portal.standards.operations.thoughts import (
    catch_thought,
    sort_thought,
    take_up_thought,
    write_from_thought,
)
from portal.standards.operations.writing import (
    choose_prompts,
    keep_working_text,
    save_piece,
    share_piece,
    start_piece,
    unshare_piece,
)

__all__ = [
    "Answers",
    "FinishedError",
    "NotFinishedError",
    "NotTheLastMoveError",
    "NotYetInForceError",
    "SharedOnceError",
    "add_evidence",
    "bring_piece_back",
    "catch_thought",
    "change_evidence",
    "choose_prompts",
    "choose_standards",
    "comment_on_piece",
    "delete_piece",
    "finish_rating",
    "forget_deleted",
    "keep_working_text",
    "move_standards",
    "remove_evidence",
    "restore_evidence",
    "save_piece",
    "save_rating",
    "settle_comment",
    "share_piece",
    "share_rating",
    "sort_thought",
    "start_piece",
    "suggest_standards",
    "take_up_thought",
    "undo_move",
    "unshare_piece",
    "withdraw_evidence",
    "write_from_thought",
]
