"""When somebody who supports people leaves: the new pairs that move as few others as possible.

Three aims, each before the next: as many people as possible are paired; of all ways to do that, as
many of the pairs there are as possible stay; of those ways, the most points. So a pair moves only
where somebody would be left without anybody otherwise. A pair there is may stay whatever rule
stands against it by now, and whatever its coach said about places: it was agreed to.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from portal.matching.rules import scoring, solving
from portal.matching.values import Cohort


@dataclass(frozen=True)
class Rematch:
    """Who would be with whom: ids of needs to ids of offers (None: nobody has a place)."""

    pairs: dict[UUID, UUID | None]
    stayed: tuple[UUID, ...]
    moved: tuple[UUID, ...]
    found: tuple[UUID, ...]
    """Those who had nobody any more, and have somebody now."""
    waiting: tuple[UUID, ...]


def rematch(cohort: Cohort, current: Mapping[UUID, UUID]) -> Rematch:
    """New pairs for a cohort without whoever leaves, that keep as many of `current` as can be.

    `current` names for each need the offer it has, also where that one is no longer in the cohort.
    """
    column: dict[UUID | None, int] = {offer.id: place for place, offer in enumerate(cohort.offers)}
    worth, allowed = scoring.points_of(cohort).astype(np.int64), scoring.allowed_in(cohort)
    stays_before_points = worth.shape[0] * cohort.weights.most_points + 1
    taken = Counter[int]()
    for row, need in enumerate(cohort.needs):
        had = current.get(need.id)
        if had in column:
            worth[row, column[had]] += stays_before_points
            allowed[row, column[had]] = True
            taken[column[had]] += 1
    places = [max(offer.places, taken[place]) for place, offer in enumerate(cohort.offers)]
    chosen = solving.best(worth, allowed, places)
    ids = [offer.id for offer in cohort.offers]
    pairs = {
        need.id: None if place == solving.NOBODY else ids[place]
        for need, place in zip(cohort.needs, chosen, strict=True)
    }
    return _told(pairs, current, set(ids))


def _told(
    pairs: dict[UUID, UUID | None], current: Mapping[UUID, UUID], there: set[UUID]
) -> Rematch:
    """Who stayed, who moved, who found somebody and who waits."""
    stayed, moved, found, waiting = [], [], [], []
    for need, offer in pairs.items():
        had = current.get(need)
        if offer is None:
            waiting.append(need)
        elif offer == had:
            stayed.append(need)
        elif had in there:
            moved.append(need)
        else:
            found.append(need)
    return Rematch(pairs, tuple(stayed), tuple(moved), tuple(found), tuple(waiting))
