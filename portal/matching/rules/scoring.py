"""The points of all pairs of a cohort at once, and which of them may be.

Shapes: both are arrays of needs by offers, in the order of the cohort; points are whole numbers.
`forbidding` and `wishing` say the same of one pair, and a test holds the two ways together. Needs
that wish alike are reckoned once, so memory stays at a few arrays of that shape.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from portal.matching.rules import wishing
from portal.matching.rules.forbidding import (
    ASSESSOR,
    CONFLICT,
    MANAGER,
    MENTORING,
    ORGANISATION,
    PLACES,
    RULES,
    TEAM,
    THEMSELF,
    TRAINING,
)
from portal.matching.values import Cohort, Need, Offer

Points = NDArray[np.int32]
Allowed = NDArray[np.bool_]
FirstRules = NDArray[np.int8]
MAY_BE = -1
_NUMBER = {rule: number for number, rule in enumerate(RULES)}


def points_of(cohort: Cohort) -> Points:
    """The points of each pair, whether or not it may be."""
    total = np.zeros((len(cohort.needs), len(cohort.offers)), dtype=np.int32)
    for wish, reckon in _SHARES.items():
        weight = getattr(cohort.weights, wish)
        if weight and total.size:
            total += reckon(cohort.needs, cohort.offers) * np.int32(weight)
    return total


def first_rules(cohort: Cohort) -> FirstRules:
    """For each pair the first rule that stands against it: its place in `RULES`, or `MAY_BE`."""
    needs, offers = cohort.needs, cohort.offers
    first = np.full((len(needs), len(offers)), MAY_BE, dtype=np.int8)
    first[:, [place for place, offer in enumerate(offers) if offer.places < 1]] = _NUMBER[PLACES]
    untrained = [place for place, offer in enumerate(offers) if not offer.is_trained]
    first[:, untrained] = _NUMBER[TRAINING]
    if cohort.kind == MENTORING:
        first[_share_any(needs, offers, "teams", "teams")] = _NUMBER[TEAM]
    column = {offer.id: place for place, offer in enumerate(offers)}
    row = {need.id: place for place, need in enumerate(needs)}
    for place, offer in enumerate(offers):
        first[[row[one] for one in offer.conflicts if one in row], place] = _NUMBER[CONFLICT]
    for place, need in enumerate(needs):
        named = ((CONFLICT, need.conflicts), (ASSESSOR, need.assessors), (MANAGER, need.managers))
        for rule, ids in named:
            first[place, [column[one] for one in ids if one in column]] = _NUMBER[rule]
    first[~_same_organisation(needs, offers)] = _NUMBER[ORGANISATION]
    for one in row.keys() & column.keys():
        first[row[one], column[one]] = _NUMBER[THEMSELF]
    return first


def allowed_in(cohort: Cohort) -> Allowed:
    """Which pairs no hard rule stands against."""
    allowed: Allowed = first_rules(cohort) == MAY_BE
    return allowed


def _same_organisation(needs: Sequence[Need], offers: Sequence[Offer]) -> Allowed:
    known: dict[UUID | None, int] = {}
    ours = [known.setdefault(need.organisation_id, len(known)) for need in needs]
    theirs = [known.setdefault(offer.organisation_id, len(known)) for offer in offers]
    same: Allowed = np.array(ours, dtype=np.int64)[:, None] == np.array(theirs, dtype=np.int64)
    return same


def _several(rows: Sequence[Any], name: str, known: dict[Any, int]) -> NDArray[np.float32]:
    """For each row which of the known keys it has."""
    table = np.zeros((len(rows), len(known)), dtype=np.float32)
    for place, row in enumerate(rows):
        table[place, [known[key] for key in getattr(row, name) if key in known]] = 1
    return table


def _common(needs: Sequence[Need], offers: Sequence[Offer], ours: str, theirs: str) -> Any:
    """How many keys each pair has in common."""
    keys = sorted({key for need in needs for key in getattr(need, ours)}, key=str)
    known = {key: number for number, key in enumerate(keys)}
    return _several(needs, ours, known) @ _several(offers, theirs, known).T


def _share_any(needs: Sequence[Need], offers: Sequence[Offer], ours: str, theirs: str) -> Allowed:
    found: Allowed = _common(needs, offers, ours, theirs) > 0
    return found


def _part(ours: str, theirs: str) -> Callable[..., Points]:
    """The share of what the person wants that the other has."""

    def reckon(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
        wanted = np.array([max(1, len(getattr(need, ours))) for need in needs], dtype=np.int32)
        common = _common(needs, offers, ours, theirs).astype(np.int32)
        shares: Points = 100 * common // wanted[:, None]
        return shares

    return reckon


def _same(name: str) -> Callable[..., Points]:
    """100 where both have the same, and say it."""

    def reckon(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
        said = sorted({getattr(row, name) for row in (*needs, *offers)} - {""})
        codes = {word: number for number, word in enumerate(said, 1)}
        ours = np.array([codes.get(getattr(need, name), 0) for need in needs])
        theirs = np.array([codes.get(getattr(offer, name), -1) for offer in offers])
        return np.where(ours[:, None] == theirs, 100, 0).astype(np.int32)

    return reckon


def _language(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
    shared = _share_any(needs, offers, "languages", "languages")
    return np.where(shared, 100, 0).astype(np.int32)


def _experience(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
    never, always = -(10**8), 10**8  # days that make no gap: not known
    ours = [need.qualified_on.toordinal() if need.qualified_on else never for need in needs]
    theirs = [offer.qualified_on.toordinal() if offer.qualified_on else always for offer in offers]
    gap = np.array(ours, dtype=np.int64)[:, None] - np.array(theirs, dtype=np.int64)
    return np.where(gap >= wishing.GAP_IN_DAYS, 100, 0).astype(np.int32)


def _of_named(
    needs: Sequence[Need], offers: Sequence[Offer], usual: int,
    named: Callable[[Need], Iterable[tuple[UUID, int]]],
) -> Points:  # fmt: skip
    """The same for all, except for those whom a person has named."""
    column = {offer.id: place for place, offer in enumerate(offers)}
    table = np.full((len(needs), len(offers)), usual, dtype=np.int32)
    for place, need in enumerate(needs):
        for one, share in named(need):
            if one in column:
                table[place, column[one]] = share
    return table


def _declines(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
    return _of_named(needs, offers, 100, lambda need: ((one, 0) for one in need.declined))


def _ranking(needs: Sequence[Need], offers: Sequence[Offer]) -> Points:
    def named(need: Need) -> Iterable[tuple[UUID, int]]:
        return ((one, wishing.ranking_share(place)) for place, one in enumerate(need.ranking))

    return _of_named(needs, offers, 0, named)


_SHARES: dict[str, Callable[..., Points]] = {
    "goals": _part("goals", "strengths"),
    "ranking": _ranking,
    "days": _part("days", "days"),
    "practice": _same("practice"),
    "base": _same("base"),
    "experience": _experience,
    "declines": _declines,
    "language": _language,
    "identity": _part("identity", "identity"),
}
