"""What people do in coaching, mentoring, supervision and groups, each deed by its noun."""

from portal.mentoring.operations.agreements import (
    ReplacedError,
    sign_agreement,
    write_agreement,
)
from portal.mentoring.operations.aims import (
    change_aim,
    change_know_how,
    settle_aim,
    share_know_how,
    withdraw_know_how,
    write_aim,
)
from portal.mentoring.operations.conflicts import approve_conflict
from portal.mentoring.operations.covers import ImpossibleCoverError, end_cover, name_cover
from portal.mentoring.operations.endings import (
    ChosenError,
    NoLaterPairingError,
    choose_reader,
    write_hand_over_note,
    write_look_back,
)
from portal.mentoring.operations.existing import Existing, bring_in_pairs, objections_to
from portal.mentoring.operations.groups import correct_group, record_group
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
from portal.mentoring.operations.pauses import (
    PausedAlreadyError,
    pause_pairing,
    resume_pairing,
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
from portal.mentoring.operations.relief import (
    AlreadyPlannedReliefError,
    agree_to_relief,
    end_relief,
    plan_relief,
    say_relief_month,
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
from portal.mentoring.operations.teams import end_team_coach, name_team_coach
from portal.mentoring.operations.tidying import tidy_notes
from portal.mentoring.operations.topics import keep_topics

__all__ = [
    "AlreadyLoggedError",
    "AlreadyPlannedError",
    "AlreadyPlannedReliefError",
    "ChosenError",
    "Existing",
    "ImpossibleCoverError",
    "ImpossiblePlanError",
    "ImpossibleSessionError",
    "NoLaterPairingError",
    "PausedAlreadyError",
    "ReplacedError",
    "add_to_note",
    "agree_action",
    "agree_rhythm",
    "agree_to_relief",
    "answer_proposal",
    "approve_conflict",
    "bring_in_pairs",
    "carry_passage",
    "change_aim",
    "change_know_how",
    "choose_reader",
    "correct_group",
    "correct_session",
    "correct_supervision",
    "end_cover",
    "end_pairing",
    "end_relief",
    "end_team_coach",
    "keep_note",
    "keep_topics",
    "lapse_proposals",
    "miss_planned",
    "miss_supervision",
    "move_planned",
    "move_supervision",
    "name_cover",
    "name_team_coach",
    "noted",
    "objections_to",
    "pair",
    "pair_each",
    "pause_pairing",
    "plan_relief",
    "plan_session",
    "plan_supervision",
    "propose_each",
    "rebook_supervision",
    "record_group",
    "record_session",
    "record_supervision",
    "resume_pairing",
    "say_relief_month",
    "settle_action",
    "settle_aim",
    "share_know_how",
    "sign_agreement",
    "tell_quiet_pairs",
    "tidy_notes",
    "withdraw_know_how",
    "withdraw_proposal",
    "write_agreement",
    "write_aim",
    "write_hand_over_note",
    "write_look_back",
]
