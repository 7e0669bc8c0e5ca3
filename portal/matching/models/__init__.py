"""What people offer and look for, and the rounds that bring them together."""

from portal.matching.models.offers import (
    MOST_HOURS,
    MOST_PEOPLE,
    RuledOut,
    SupportNeed,
    SupportOffer,
)
from portal.matching.models.rounds import (
    COLLECTING,
    PUBLISHED,
    REVIEW,
    WITHDRAWN,
    MatchChoice,
    MatchPair,
    MatchRound,
)

__all__ = [
    "COLLECTING",
    "MOST_HOURS",
    "MOST_PEOPLE",
    "PUBLISHED",
    "REVIEW",
    "WITHDRAWN",
    "MatchChoice",
    "MatchPair",
    "MatchRound",
    "RuledOut",
    "SupportNeed",
    "SupportOffer",
]
