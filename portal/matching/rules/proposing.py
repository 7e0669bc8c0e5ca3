"""A whole round: who is proposed with whom, why, who else it could be, and who has nobody.

`fixed` names pairs that a coordinator has locked, by id of need and of offer. They stay, the rest
is the best that is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from portal.matching.rules import forbidding, reasons, scoring, solving
from portal.matching.rules.reasons import Labels
from portal.matching.rules.scoring import Allowed, Points
from portal.matching.rules.unmatched import Unmatched, unmatched
from portal.matching.values import Cohort

MOST_ALTERNATIVES = 3


@dataclass(frozen=True)
class Alternative:
    """Somebody else who may be, and whether a place with them is left."""

    offer_id: UUID
    name: str
    points: int
    has_place: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """One proposed pair, with what speaks for it and against it."""

    need_id: UUID
    offer_id: UUID
    points: int
    is_fixed: bool
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Proposed:
    """What a round comes to."""

    proposals: tuple[Proposal, ...]
    unmatched: Unmatched
    points: int


def propose(
    cohort: Cohort, fixed: Mapping[UUID, UUID] | None = None, labels: Labels | None = None
) -> Proposed:
    """The best way to pair this cohort, in words.

    Raises ImpossibleError when the fixed pairs break a rule or are more than there are places.
    """
    points, first = scoring.points_of(cohort), scoring.first_rules(cohort)
    allowed = first == scoring.MAY_BE
    kept = _places(cohort, fixed or {})
    chosen = solving.best(points, allowed, [offer.places for offer in cohort.offers], kept)
    writing = _Writing(cohort, points, allowed, chosen, kept, labels or {})
    proposals = tuple(
        writing.proposal(row) for row, offer in enumerate(chosen) if offer != solving.NOBODY
    )
    without = unmatched(cohort, points, first, chosen, kept)
    return Proposed(proposals, without, solving.total(points, chosen)[1])


def may_be(cohort: Cohort, need_id: UUID, offer_id: UUID) -> bool:
    """Whether these two of the cohort may be a pair."""
    need = next(each for each in cohort.needs if each.id == need_id)
    offer = next(each for each in cohort.offers if each.id == offer_id)
    return forbidding.may_be(need, offer, cohort.kind)


def _places(cohort: Cohort, fixed: Mapping[UUID, UUID]) -> dict[int, int]:
    """The fixed pairs by their places in the cohort; of people who are not in it there are none."""
    row = {need.id: place for place, need in enumerate(cohort.needs)}
    column = {offer.id: place for place, offer in enumerate(cohort.offers)}
    return {row[n]: column[o] for n, o in fixed.items() if n in row and o in column}


class _Writing:
    """Puts pairs of one solved cohort into words."""

    def __init__(
        self, cohort: Cohort, points: Points, allowed: Allowed, chosen: solving.Chosen,
        fixed: Mapping[int, int], labels: Labels,
    ) -> None:  # fmt: skip
        self.cohort, self.points, self.allowed, self.labels = cohort, points, allowed, labels
        self.chosen, self.fixed = chosen, fixed
        taken = np.bincount([each for each in chosen if each >= 0], minlength=len(cohort.offers))
        self.left = np.array([offer.places for offer in cohort.offers], dtype=np.int64) - taken

    def proposal(self, row: int) -> Proposal:
        """The pair that one person is proposed in."""
        need, place = self.cohort.needs[row], self.chosen[row]
        offer = self.cohort.offers[place]
        return Proposal(
            need.id, offer.id, int(self.points[row, place]), row in self.fixed,
            self._reasons(row, place), reasons.cautions(need, offer),
            tuple(self._alternative(row, other) for other in self._others(row)),
        )  # fmt: skip

    def _others(self, row: int) -> list[int]:
        """The best of the others who may be, most points first."""
        able = np.flatnonzero(self.allowed[row])
        order = able[np.argsort(-self.points[row, able], kind="stable")]
        first = order[: MOST_ALTERNATIVES + 1].tolist()
        return [each for each in first if each != self.chosen[row]][:MOST_ALTERNATIVES]

    def _alternative(self, row: int, place: int) -> Alternative:
        offer = self.cohort.offers[place]
        return Alternative(
            offer.id, offer.name, int(self.points[row, place]), bool(self.left[place] > 0),
            self._reasons(row, place),
        )  # fmt: skip

    def _reasons(self, row: int, place: int) -> tuple[str, ...]:
        need, offer = self.cohort.needs[row], self.cohort.offers[place]
        return reasons.reasons(need, offer, self.cohort.weights, self.labels)
