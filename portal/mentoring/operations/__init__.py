"""What people do in coaching, mentoring, supervision and groups, each deed by its noun."""

from portal.mentoring.operations.agreements import (
    ReplacedError,
    sign_agreement,
    write_agreement,
)
from portal.mentoring.operations.conflicts import approve_conflict
from portal.mentoring.operations.groups import record_group
from portal.mentoring.operations.notes import (
    add_to_note,
    agree_action,
    carry_passage,
    keep_note,
    noted,
    settle_action,
)
from portal.mentoring.operations.pairings import pair, pair_each
from portal.mentoring.operations.pairs import (
    AlreadyLoggedError,
    ImpossibleSessionError,
    correct_session,
    end_pairing,
    record_session,
)
from portal.mentoring.operations.planned import (
    AlreadyPlannedError,
    ImpossiblePlanError,
    miss_planned,
    move_planned,
    plan_session,
)
from portal.mentoring.operations.proposals import (
    answer_proposal,
    lapse_proposals,
    propose_each,
    withdraw_proposal,
)
from portal.mentoring.operations.rhythms import agree_rhythm, tell_quiet_pairs
from portal.mentoring.operations.supervision import (
    correct_supervision,
    miss_supervision,
    move_supervision,
    plan_supervision,
    rebook_supervision,
    record_supervision,
)
from portal.mentoring.operations.topics import keep_topics

__all__ = [
    "AlreadyLoggedError",
    "AlreadyPlannedError",
    "ImpossiblePlanError",
    "ImpossibleSessionError",
    "ReplacedError",
    "add_to_note",
    "agree_action",
    "agree_rhythm",
    "answer_proposal",
    "approve_conflict",
    "carry_passage",
    "correct_session",
    "correct_supervision",
    "end_pairing",
    "keep_note",
    "keep_topics",
    "lapse_proposals",
    "miss_planned",
    "miss_supervision",
    "move_planned",
    "move_supervision",
    "noted",
    "pair",
    "pair_each",
    "plan_session",
    "plan_supervision",
    "propose_each",
    "rebook_supervision",
    "record_group",
    "record_session",
    "record_supervision",
    "settle_action",
    "sign_agreement",
    "tell_quiet_pairs",
    "withdraw_proposal",
    "write_agreement",
]
