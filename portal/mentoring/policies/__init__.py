"""Who may see and do what in coaching, mentoring, supervision and groups."""

from portal.mentoring.policies.agreements import (
    see_agreement,
    sign_agreement,
    write_agreement,
)
from portal.mentoring.policies.conflicts import approve_conflict, see_conflict, see_conflicts
from portal.mentoring.policies.pairs import (
    agree_action,
    carry_passage,
    correct_session,
    end_pairing,
    log_in_place,
    log_session,
    pair,
    record_session,
    see_my_sessions,
    see_pairing,
    see_pairings,
    see_people_i_support,
    see_session,
    settle_action,
)
from portal.mentoring.policies.planned import miss_planned, move_planned, plan_session
from portal.mentoring.policies.proposals import (
    answer_proposal,
    see_proposal,
    see_proposals,
    withdraw_proposal,
)
from portal.mentoring.policies.rhythms import agree_rhythm, see_my_hours, see_scheme
from portal.mentoring.policies.supervision import (
    correct_supervision,
    log_group,
    log_supervision,
    miss_supervision,
    move_supervision,
    see_my_supervision,
)

__all__ = [
    "agree_action",
    "agree_rhythm",
    "answer_proposal",
    "approve_conflict",
    "carry_passage",
    "correct_session",
    "correct_supervision",
    "end_pairing",
    "log_group",
    "log_in_place",
    "log_session",
    "log_supervision",
    "miss_planned",
    "miss_supervision",
    "move_planned",
    "move_supervision",
    "pair",
    "plan_session",
    "record_session",
    "see_agreement",
    "see_conflict",
    "see_conflicts",
    "see_my_hours",
    "see_my_sessions",
    "see_my_supervision",
    "see_pairing",
    "see_pairings",
    "see_people_i_support",
    "see_proposal",
    "see_proposals",
    "see_scheme",
    "see_session",
    "settle_action",
    "sign_agreement",
    "withdraw_proposal",
    "write_agreement",
]
