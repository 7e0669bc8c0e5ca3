"""Who may read, write and map what."""

from portal.standards.policies.deleting import (
    bring_piece_back,
    delete_piece,
    see_deleted_writing,
)
from portal.standards.policies.evidence import (
    add_evidence,
    change_evidence,
    choose_standards,
    keep_as_evidence,
    remove_evidence,
    restore_evidence,
    see_my_evidence,
    see_standards,
)
from portal.standards.policies.looking import look_for_identifiers
from portal.standards.policies.thoughts import (
    catch_thought,
    see_my_thoughts,
    sort_thought,
    take_up_thought,
    write_from_thought,
)
from portal.standards.policies.writing import (
    choose_prompts,
    comment_on_piece,
    read_piece,
    read_revision,
    see_my_writing,
    see_shared_with_me,
    settle_comment,
    share_piece,
    start_piece,
    write_piece,
)

__all__ = [
    "add_evidence",
    "bring_piece_back",
    "catch_thought",
    "change_evidence",
    "choose_prompts",
    "choose_standards",
    "comment_on_piece",
    "delete_piece",
    "keep_as_evidence",
    "look_for_identifiers",
    "read_piece",
    "read_revision",
    "remove_evidence",
    "restore_evidence",
    "see_deleted_writing",
    "see_my_evidence",
    "see_my_thoughts",
    "see_my_writing",
    "see_shared_with_me",
    "see_standards",
    "settle_comment",
    "share_piece",
    "sort_thought",
    "start_piece",
    "take_up_thought",
    "write_from_thought",
    "write_piece",
]
