"""Everybody who has nobody: the exact reason, and the least that would change it.

Shapes: arrays are needs by offers, `chosen` is what `solving.best` found. Somebody waits either
because a hard rule stands against everybody who offers, or because all who may be are full, and so
are all to whom others could move. The least that helps is, in this order: one more place with
somebody, training for somebody who has places, or somebody new who offers. Hard rules themselves
are never proposed to be relaxed. Source: the portal's list of ideas, N15.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from portal.matching.rules import forbidding, solving
from portal.matching.rules.forbidding import MANY_ARE, ONE_IS, PLACES, RULES, TRAINING
from portal.matching.rules.scoring import MAY_BE, Allowed, FirstRules, Points
from portal.matching.values import Cohort, Offer
from portal.web.numbers import in_words

MOST_TRIED = 3
"""How many of those who could help are tried out for the sentence about all who wait."""
LARGE = 100_000
"""From so many pairs on only the first of them is tried out: each takes as long as the round."""


@dataclass(frozen=True)
class Waiting:
    """Somebody without anybody: why, and what would change it."""

    need_id: UUID
    name: str
    why: str
    least: str
    could_help: UUID | None = None
    """Whose one more place, or training, it would take."""


@dataclass(frozen=True)
class Unmatched:
    """All who wait, and what would help most of them."""

    waiting: tuple[Waiting, ...]
    summary: str


def unmatched(
    cohort: Cohort, points: Points, first: FirstRules, chosen: solving.Chosen,
    fixed: Mapping[int, int],
) -> Unmatched:  # fmt: skip
    """The people whom the best way to pair the cohort leaves without anybody."""
    rows = [row for row, offer in enumerate(chosen) if offer == solving.NOBODY]
    if not rows:
        return Unmatched((), "")
    allowed = first == MAY_BE
    reach = _reach(allowed, chosen, rows, fixed)
    helps = reach.sum(axis=0)
    waiting = tuple(
        _waiting(cohort, row, first[row], _asked_first(cohort, reach[place], helps, points[row]))
        for place, row in enumerate(rows)
    )
    return Unmatched(waiting, _summary(cohort, allowed, len(rows), helps, fixed))


def _reach(
    allowed: Allowed, chosen: solving.Chosen, rows: Sequence[int], fixed: Mapping[int, int]
) -> Allowed:
    """For each who waits all offers of which one more place would give them somebody.

    That place may reach them through others who move over: whoever is with a reachable offer, and
    is not fixed there, may go to any other offer that is allowed for them.
    """
    onward = np.zeros((allowed.shape[1], allowed.shape[1]), dtype=bool)
    for row, offer in enumerate(chosen):
        if offer != solving.NOBODY and row not in fixed:
            onward[offer] |= allowed[row]
    reach = allowed[list(rows)].copy()
    for known in reach:
        fresh = np.flatnonzero(known)
        while len(fresh) and not known.all():
            others = np.flatnonzero(~known)
            fresh = others[onward[np.ix_(fresh, others)].any(axis=0)]
            known[fresh] = True
    return reach


def _asked_first(cohort: Cohort, reach: Allowed, helps: Points, points: Points) -> Offer | None:
    """Of those whose one more place would do, the one who helps most others too."""
    if not reach.any():
        return None
    found = np.flatnonzero(reach)
    return cohort.offers[min(found, key=lambda each: (-helps[each], -points[each], each))]


def _waiting(cohort: Cohort, row: int, first: FirstRules, ask: Offer | None) -> Waiting:
    need = cohort.needs[row]
    why = _why(first)
    if ask is not None:
        least = f"One more place with {ask.name} would be enough."
        return Waiting(need.id, need.name, why, least, ask.id)
    nearly = np.flatnonzero(first >= min(RULES.index(PLACES), RULES.index(TRAINING)))
    for rules, words in _LEAST:
        for offer in (cohort.offers[place] for place in nearly):
            if set(forbidding.objections(need, offer, cohort.kind)) == rules:
                return Waiting(need.id, need.name, why, words.format(offer.name), offer.id)
    return Waiting(need.id, need.name, why, "Somebody else would have to offer.")


_LEAST = (
    ({PLACES}, "One place with {} would be enough."),
    ({TRAINING}, "It would be enough if {} did the training."),
    ({PLACES, TRAINING}, "It would be enough if {} did the training and had a place."),
)


def _why(first: FirstRules) -> str:
    """Of all who offer, how many each rule stands against, and how many are full."""
    if not len(first):
        return "Nobody offers in this round."
    counted = Counter(first.tolist())
    parts = [
        f"{in_words(counted[number])} {(ONE_IS if counted[number] == 1 else MANY_ARE)[rule]}"
        for number, rule in enumerate(RULES)
        if counted[number]
    ]
    if full := counted[MAY_BE]:
        parts.append(f"{in_words(full)} could, but {'has' if full == 1 else 'have'} no place left")
    who = "the one who offers" if len(first) == 1 else f"the {in_words(len(first))} who offer"
    return f"Of {who}, {'; '.join(parts)}."


def _summary(
    cohort: Cohort, allowed: Allowed, waiting: int, helps: Points, fixed: Mapping[int, int]
) -> str:
    """What would help most of those who wait, tried out."""
    most_tried = MOST_TRIED if allowed.size <= LARGE else 1
    tried = [int(each) for each in np.argsort(-helps, kind="stable")[:most_tried] if helps[each]]
    if not tried:
        return ""
    gains = {each: _gain(cohort, allowed, each, waiting, fixed) for each in tried}
    best = max(gains, key=lambda each: gains[each])
    name, most = cohort.offers[best].name, gains[best]
    if waiting == 1:
        return f"One more place with {name} would be enough."
    who = "all" if most == waiting else f"{in_words(most)} of the {in_words(waiting)}"
    if most == 1:
        return f"One more place with {name} would be enough for {who} who wait."
    more = f"{in_words(most).capitalize()} more places with {name}"
    return f"{more} would be enough for {who} who wait."


def _gain(
    cohort: Cohort, allowed: Allowed, offer: int, waiting: int, fixed: Mapping[int, int]
) -> int:
    """How many who wait would have somebody if this offer had places without end."""
    same = np.zeros(allowed.shape, dtype=np.int32)
    places = [each.places for each in cohort.offers]
    places[offer] += waiting
    return waiting - solving.best(same, allowed, places, fixed).count(solving.NOBODY)
