"""Deeds on career pathways that leave a trace."""

from portal.pathways.operations.applications import (
    AlreadyApplyingError,
    answer_item,
    begin_application,
    send_application,
    withdraw_application,
    write_statement,
)
from portal.pathways.operations.catalogue import (
    begin_draft,
    change_draft,
    drop_draft,
    publish_draft,
)
from portal.pathways.operations.conflicts import declare_conflict
from portal.pathways.operations.equity import work_out_equity
from portal.pathways.operations.goals import (
    agree_in_check_in,
    begin_check_in,
    change_goal,
    end_goal,
    mark_step,
    plan_step,
    remove_step,
    say_in_check_in,
    set_goal,
    share_goal,
)
from portal.pathways.operations.leave import publish_leave_rule
from portal.pathways.operations.not_now import say_not_now
from portal.pathways.operations.outcomes import (
    answer_appeal,
    appeal_against,
    approve_letter,
    decide,
)
from portal.pathways.operations.panels import (
    NotPossibleError,
    change_panel,
    make_panel,
    set_pay_rule,
)
from portal.pathways.operations.scoring import close_scoring, score_application
from portal.pathways.operations.statements import (
    answer_as_chair,
    say_as_manager,
    take_to_chair,
)
from portal.pathways.operations.stating import state_requirement

__all__ = [
    "AlreadyApplyingError",
    "NotPossibleError",
    "agree_in_check_in",
    "answer_appeal",
    "answer_as_chair",
    "answer_item",
    "appeal_against",
    "approve_letter",
    "begin_application",
    "begin_check_in",
    "begin_draft",
    "change_draft",
    "change_goal",
    "change_panel",
    "close_scoring",
    "decide",
    "declare_conflict",
    "drop_draft",
    "end_goal",
    "make_panel",
    "mark_step",
    "plan_step",
    "publish_draft",
    "publish_leave_rule",
    "remove_step",
    "say_as_manager",
    "say_in_check_in",
    "say_not_now",
    "score_application",
    "send_application",
    "set_goal",
    "set_pay_rule",
    "share_goal",
    "state_requirement",
    "take_to_chair",
    "withdraw_application",
    "work_out_equity",
    "write_statement",
]
