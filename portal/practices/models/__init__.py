"""Contracts with practices, and what both sides say under them."""

from portal.practices.models.contracts import Contract
from portal.practices.models.outcomes import Assessment, OutcomeRating, PaymentDecision
from portal.practices.models.totals import PracticeTotals, TeamExchange

__all__ = [
    "Assessment",
    "Contract",
    "OutcomeRating",
    "PaymentDecision",
    "PracticeTotals",
    "TeamExchange",
]
