"""Deeds on career pathways that leave a trace."""

from portal.pathways.operations.applications import (
    AlreadyApplyingError,
    answer_item,
    begin_application,
    send_application,
    withdraw_application,
    write_statement,
)
from portal.pathways.operations.panels import (
    NotPossibleError,
    change_panel,
    make_panel,
    set_pay_rule,
)

__all__ = [
    "AlreadyApplyingError",
    "NotPossibleError",
    "answer_item",
    "begin_application",
    "change_panel",
    "make_panel",
    "send_application",
    "set_pay_rule",
    "withdraw_application",
    "write_statement",
]
