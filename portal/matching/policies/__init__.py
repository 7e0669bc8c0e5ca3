"""Who may see and do what in matching."""

from portal.matching.policies.offers import (
    end_ruling_out,
    my_goals,
    my_offer,
    never_with,
    see_offers,
)
from portal.matching.policies.rounds import (
    ask_next,
    change_pair,
    edit_round,
    my_choices,
    open_round,
    propose_pairs,
    publish_round,
    rematch,
    see_pair,
    see_round,
    see_rounds,
    withdraw_round,
)

__all__ = [
    "ask_next",
    "change_pair",
    "edit_round",
    "end_ruling_out",
    "my_choices",
    "my_goals",
    "my_offer",
    "never_with",
    "open_round",
    "propose_pairs",
    "publish_round",
    "rematch",
    "see_offers",
    "see_pair",
    "see_round",
    "see_rounds",
    "withdraw_round",
]
