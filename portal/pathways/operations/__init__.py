"""Deeds on career pathways that leave a trace."""

from portal.pathways.operations.panels import (
    NotPossibleError,
    change_panel,
    make_panel,
    set_pay_rule,
)

__all__ = ["NotPossibleError", "change_panel", "make_panel", "set_pay_rule"]
