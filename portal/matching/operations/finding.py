"""Letting the rules find pairs. They bring large libraries, so they are imported when they run."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from portal.clock import today
from portal.matching import queries
from portal.matching.choices import LABELS
from portal.matching.models import MatchPair, MatchRound
from portal.matching.queries.cohorts import asked_in, assessors_of
from portal.matching.values import Cohort

if TYPE_CHECKING:
    from portal.matching.rules.proposing import Proposal, Proposed

__all__ = ["OutdatedError", "assessors_of", "find_next", "found", "refuse_outdated"]


class OutdatedError(ValueError):
    """Pairs that were found are none any more; the message says for whom and what to do."""


def found(
    round: MatchRound, locked: Mapping[UUID, UUID], before: Sequence[MatchPair]
) -> tuple[list[MatchPair], str]:
    """What the round comes to for each person in it, and what would help those who wait.

    Rows of `before` are used again where their person is still in the round. Raises
    ImpossibleError when the locked pairs can no longer all be.
    """
    gathered = queries.cohort_of(round, today())
    proposed = _run(gathered.cohort, locked)
    known = {pair.person_id: pair for pair in before}
    made = []
    for facts in _facts(gathered.cohort, proposed):
        pair = known.get(facts["person_id"]) or MatchPair(
            organisation_id=round.organisation_id, round_id=round.id
        )
        _write(pair, facts)
        made.append(pair)
    return made, proposed.unmatched.summary


def find_next(round: MatchRound, failed: Sequence[MatchPair]) -> list[MatchPair]:
    """Give each of these the next best whom they were not asked about, or nobody and why not.

    The answer is those of them who still look and have nobody.
    """
    by_person, asked = {pair.person_id: pair for pair in failed}, asked_in(round)
    gathered = queries.cohort_of(round, today())
    needs = tuple(
        replace(need, conflicts=need.conflicts | asked.get(need.id, set()))
        for need in gathered.cohort.needs
        if need.id in by_person
    )
    cohort = replace(gathered.cohort, needs=needs)
    for facts in _facts(cohort, _run(cohort, {})):
        pair = by_person[facts["person_id"]]
        _write(pair, facts)
        pair.coach = gathered.people[pair.coach_id] if pair.coach_id else None
    return [by_person[need.id] for need in needs]


def _write(pair: MatchPair, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(pair, name, value)


def refuse_outdated(round: MatchRound, pairs: Sequence[MatchPair]) -> None:
    """Refuse pairs that a rule stands against by now. Raises OutdatedError with their names."""
    from portal.matching.rules.forbidding import may_be

    cohort = queries.cohort_of(round, today()).cohort
    needs = {need.id: need for need in cohort.needs}
    offers = {offer.id: offer for offer in cohort.offers}
    left = {offer.id: offer.places for offer in cohort.offers}
    names = []
    for pair in pairs:
        need, offer = needs.get(pair.person_id), offers.get(pair.coach_id or pair.person_id)
        if need is None or offer is None or not may_be(need, offer, cohort.kind):
            names.append(pair.person.name)
            continue
        left[offer.id] -= 1
        if left[offer.id] < 0:
            names.append(pair.person.name)
    if names:
        raise OutdatedError(
            f"Something has changed for {', '.join(names)} since the pairs were proposed. Let them "
            "be proposed again, and look at them once more"
        )


def _run(cohort: Cohort, locked: Mapping[UUID, UUID]) -> "Proposed":
    from portal.matching.rules.proposing import propose

    return propose(cohort, locked, LABELS)


def _facts(cohort: Cohort, proposed: "Proposed") -> list[dict[str, Any]]:
    """For each person in the cohort what a row of the round keeps."""
    ranking = {need.id: need.ranking for need in cohort.needs}
    pairs = [_paired(each, ranking[each.need_id]) for each in proposed.proposals]
    without: list[dict[str, Any]] = [
        {
            "person_id": each.need_id, "coach_id": None, "points": 0, "is_locked": False,
            "ranked": bool(ranking[each.need_id]), "choice": None, "reasons": [], "cautions": [],
            "alternatives": [], "why": each.why, "least": each.least, "proposal_id": None,
        }
        for each in proposed.unmatched.waiting
    ]  # fmt: skip
    return pairs + without


def _paired(proposal: "Proposal", ranking: Collection[UUID]) -> dict[str, Any]:
    places = list(ranking)
    return {
        "person_id": proposal.need_id, "coach_id": proposal.offer_id, "points": proposal.points,
        "is_locked": proposal.is_fixed, "ranked": bool(places),
        "choice": places.index(proposal.offer_id) if proposal.offer_id in places else None,
        "reasons": list(proposal.reasons), "cautions": list(proposal.cautions),
        "alternatives": [
            {
                "id": str(other.offer_id), "points": other.points, "has_place": other.has_place,
                "reasons": list(other.reasons),
            }
            for other in proposal.alternatives
        ],
        "why": "", "least": "", "proposal_id": None,
    }  # fmt: skip
