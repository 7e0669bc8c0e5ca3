"""The best way to pair a cohort: within the rules, and never worse than any other way."""

from dataclasses import replace
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.optimize import linear_sum_assignment

from portal.matching.rules import forbidding, proposing, scoring, solving, wishing
from portal.matching.rules.rematch import rematch
from tests.matching.cohorts import (
    a_large_cohort,
    a_need,
    an_offer,
    brute_force,
    cohorts,
    offer_id,
    offers,
)


def best(cohort):
    points, allowed = scoring.points_of(cohort), scoring.allowed_in(cohort)
    chosen = solving.best(points, allowed, [offer.places for offer in cohort.offers])
    return chosen, solving.total(points, chosen)


@given(cohorts())
@settings(max_examples=100)
def test_points_and_rules_of_all_pairs_at_once_are_those_of_each_pair(cohort):
    points, first = scoring.points_of(cohort), scoring.first_rules(cohort)
    for row, need in enumerate(cohort.needs):
        for place, offer in enumerate(cohort.offers):
            assert points[row, place] == wishing.points(need, offer, cohort.weights)
            said = forbidding.objections(need, offer, cohort.kind)
            rule = forbidding.RULES.index(said[0]) if said else scoring.MAY_BE
            assert first[row, place] == rule


@given(cohorts())
@settings(max_examples=100)
def test_nobody_has_more_people_than_places_and_no_forbidden_pair_is_made(cohort):
    chosen, _ = best(cohort)
    for place, offer in enumerate(cohort.offers):
        assert chosen.count(place) <= offer.places
    for need, place in zip(cohort.needs, chosen, strict=True):
        if place != solving.NOBODY:
            assert not forbidding.objections(need, cohort.offers[place], cohort.kind)


@given(cohorts())
@settings(max_examples=100)
def test_the_total_is_the_best_of_all_that_can_be_tried(cohort):
    paired, _, points = brute_force(cohort)
    assert best(cohort)[1] == (paired, points)


@given(cohorts(most=6), offers(6))
@settings(max_examples=100)
def test_another_coach_never_lowers_the_total(cohort, another):
    more = replace(cohort, offers=(*cohort.offers, another))
    assert best(more)[1] >= best(cohort)[1]


@given(cohorts(most=5))
@settings(max_examples=100)
def test_a_rematch_moves_nobody_who_could_stay_without_loss(cohort):
    chosen, _ = best(cohort)
    current = {need.id: cohort.offers[place].id
               for need, place in zip(cohort.needs, chosen, strict=True) if place >= 0}  # fmt: skip
    without = replace(cohort, offers=cohort.offers[1:])
    after = rematch(without, current)
    paired, stayed, points = brute_force(without, current)
    assert len(after.stayed) + len(after.moved) + len(after.found) == paired
    assert len(after.stayed) == stayed
    assert _points(without, after) == points
    for moved in after.moved:
        kept = {need: current[need] for need in (*after.stayed, moved)}
        assert brute_force(without, kept)[:2] < (paired, len(kept))


def _points(cohort, after):
    by_id = {offer.id: offer for offer in cohort.offers}
    pairs = [(need, by_id.get(after.pairs[need.id])) for need in cohort.needs]
    return sum(wishing.points(need, offer, cohort.weights) for need, offer in pairs if offer)


def test_the_total_is_that_of_another_solver():
    cohort = a_large_cohort(60, 25)
    points, allowed = scoring.points_of(cohort), scoring.allowed_in(cohort)
    columns = [place for place, offer in enumerate(cohort.offers) for _ in range(offer.places)]
    worth = np.where(allowed, points + 10**6, 0)[:, columns]
    rows, places = linear_sum_assignment(worth, maximize=True)
    expected = int(worth[rows, places].sum())
    paired, total = best(cohort)[1]
    assert paired * 10**6 + total == expected


def test_a_fixed_pair_stays_and_one_that_cannot_be_is_refused():
    cohort = a_large_cohort(12, 6)
    usual = proposing.propose(cohort)
    first = usual.proposals[0]
    other = first.alternatives[0].offer_id
    fixed = proposing.propose(cohort, {first.need_id: other})
    assert (fixed.proposals[0].offer_id, fixed.proposals[0].is_fixed) == (other, True)
    assert fixed.points <= usual.points
    manager = next(iter(cohort.needs[0].managers))
    with pytest.raises(solving.ImpossibleError):
        proposing.propose(cohort, {cohort.needs[0].id: manager})


def test_nobody_there_is_no_fault():
    cohort = a_large_cohort(1, 1)
    assert best(replace(cohort, needs=()))[1] == (0, 0)
    assert best(replace(cohort, offers=()))[1] == (0, 0)
    assert proposing.propose(replace(cohort, offers=())).unmatched.waiting[0].why == (
        "Nobody offers in this round."
    )


def test_sixty_people_and_twenty_five_who_offer_are_proposed_with_all_reasons_in_half_a_second():
    cohort = a_large_cohort(60, 25)
    proposing.propose(cohort)
    before = process_time()
    proposed = proposing.propose(cohort)
    assert process_time() - before < 0.5
    assert len(proposed.proposals) + len(proposed.unmatched.waiting) == 60
    assert all(each.reasons for each in proposed.proposals)


def test_a_ranked_choice_is_worth_less_the_later_it_comes():
    need = a_need(ranking=(offer_id(0), offer_id(1), offer_id(2)))
    shares = [wishing.shares(need, an_offer(n))["ranking"] for n in range(4)]
    assert shares == [100, 66, 33, 0]
