"""What a pair is worth: how far each wish comes true, in hundredths, and the points of the pair.

Shapes: a share is a whole number from 0 (not at all, or not known) to 100; points are the sum of
share times weight over the wishes, so at most `Weights.most_points`. Source: the portal's domain
notes, 7.6; two years of experience between the two is its figure.
"""

from collections.abc import Callable
from datetime import date

from portal.matching.values import WISHES, Need, Offer, Weights

GAP_IN_DAYS = 730
"""Two years: how much longer the one who supports should have been qualified."""
CHOICES = (100, 66, 33)
"""What a first, second and third choice of the person is worth."""


def shares(need: Need, offer: Offer) -> dict[str, int]:
    """How far each wish comes true in this pair, in hundredths."""
    return {wish: SHARES[wish](need, offer) for wish in WISHES}


def points(need: Need, offer: Offer, weights: Weights) -> int:
    """The points of this pair under these weights."""
    return sum(getattr(weights, wish) * share for wish, share in shares(need, offer).items())


def ranking_share(place: int | None) -> int:
    """What it is worth to be named in this place (0 is the first choice)."""
    return CHOICES[place] if place is not None and place < len(CHOICES) else 0


def is_experienced(need_on: date | None, offer_on: date | None) -> bool:
    """Whether the second has been qualified for at least two years longer; unknown is no."""
    if need_on is None or offer_on is None:
        return False
    return (need_on - offer_on).days >= GAP_IN_DAYS


def _part(wanted: frozenset[str], there: frozenset[str]) -> int:
    return 100 * len(wanted & there) // len(wanted) if wanted else 0


def _ranking(need: Need, offer: Offer) -> int:
    return ranking_share(need.ranking.index(offer.id) if offer.id in need.ranking else None)


def _same(one: str, other: str) -> int:
    return 100 if one and one == other else 0


def _declines(need: Need, offer: Offer) -> int:
    return 0 if offer.id in need.declined else 100


SHARES: dict[str, Callable[[Need, Offer], int]] = {
    "goals": lambda need, offer: _part(need.goals, offer.strengths),
    "ranking": _ranking,
    "days": lambda need, offer: _part(need.days, offer.days),
    "practice": lambda need, offer: _same(need.practice, offer.practice),
    "base": lambda need, offer: _same(need.base, offer.base),
    "experience": lambda need, offer: 100 * is_experienced(need.qualified_on, offer.qualified_on),
    "declines": _declines,
    "language": lambda need, offer: 100 * bool(need.languages & offer.languages),
    "identity": lambda need, offer: _part(need.identity, offer.identity),
}
