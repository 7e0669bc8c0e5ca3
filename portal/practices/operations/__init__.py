"""Deeds about contracts with practices, from both sides."""

from portal.practices.operations.contracts import (
    answer_proposal,
    end_contract,
    propose_contract,
    withdraw_proposal,
)
from portal.practices.operations.outcomes import (
    close_assessment,
    decide_payment,
    rate_outcomes,
    say_view,
)
from portal.practices.operations.totals import (
    change_totals,
    correct_totals,
    type_totals,
    write_exchange,
)
from portal.practices.operations.two_sides import NotPossibleError

__all__ = [
    "NotPossibleError",
    "answer_proposal",
    "change_totals",
    "close_assessment",
    "correct_totals",
    "decide_payment",
    "end_contract",
    "propose_contract",
    "rate_outcomes",
    "say_view",
    "type_totals",
    "withdraw_proposal",
    "write_exchange",
]
