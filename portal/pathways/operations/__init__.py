"""Deeds on career pathways that leave a trace."""

from portal.pathways.operations.applications import (
    AlreadyApplyingError,
    answer_item,
    begin_application,
    send_application,
    withdraw_application,
    write_statement,
)
from portal.pathways.operations.leave import publish_leave_rule
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
from portal.pathways.operations.scoring import (
    close_scoring,
    declare_conflict,
    score_application,
)
from portal.pathways.operations.statements import (
    answer_as_chair,
    say_as_manager,
    take_to_chair,
)
from portal.pathways.operations.stating import state_requirement

__all__ = [
    "AlreadyApplyingError",
    "NotPossibleError",
    "answer_appeal",
    "answer_as_chair",
    "answer_item",
    "appeal_against",
    "approve_letter",
    "begin_application",
    "change_panel",
    "close_scoring",
    "decide",
    "declare_conflict",
    "make_panel",
    "publish_leave_rule",
    "say_as_manager",
    "score_application",
    "send_application",
    "set_pay_rule",
    "state_requirement",
    "take_to_chair",
    "withdraw_application",
    "write_statement",
]
