"""What people do in matching: say what they offer and look for, open rounds, publish pairs."""

from portal.matching.operations.finding import OutdatedError
from portal.matching.operations.offers import (
    end_ruling_out,
    keep_need,
    keep_offer,
    rule_out,
)
from portal.matching.operations.rematching import Plan, plan_rematch, propose_rematch
from portal.matching.operations.rounds import (
    ask_next,
    change_pair,
    choose,
    edit_round,
    open_round,
    propose_pairs,
    publish_round,
    withdraw_round,
)

__all__ = [
    "OutdatedError",
    "Plan",
    "ask_next",
    "change_pair",
    "choose",
    "edit_round",
    "end_ruling_out",
    "keep_need",
    "keep_offer",
    "open_round",
    "plan_rematch",
    "propose_pairs",
    "propose_rematch",
    "publish_round",
    "rule_out",
    "withdraw_round",
]
