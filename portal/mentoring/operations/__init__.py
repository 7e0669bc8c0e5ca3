"""What people do in coaching, mentoring, supervision and groups, each deed by its noun."""

from portal.mentoring.operations.agreements import (
    ReplacedError,
    sign_agreement,
    write_agreement,
)
from portal.mentoring.operations.groups import record_group
from portal.mentoring.operations.notes import (
    add_to_note,
    agree_action,
    carry_passage,
    keep_note,
    noted,
    settle_action,
)
from portal.mentoring.operations.pairs import (
    AlreadyLoggedError,
    ImpossibleSessionError,
    correct_session,
    end_pairing,
    pair,
    pair_each,
    record_session,
)
from portal.mentoring.operations.supervision import (
    correct_supervision,
    miss_supervision,
    move_supervision,
    plan_supervision,
    rebook_supervision,
    record_supervision,
)

__all__ = [
    "AlreadyLoggedError",
    "ImpossibleSessionError",
    "ReplacedError",
    "add_to_note",
    "agree_action",
    "carry_passage",
    "correct_session",
    "correct_supervision",
    "end_pairing",
    "keep_note",
    "miss_supervision",
    "move_supervision",
    "noted",
    "pair",
    "pair_each",
    "plan_supervision",
    "rebook_supervision",
    "record_group",
    "record_session",
    "record_supervision",
    "settle_action",
    "sign_agreement",
    "write_agreement",
]
