"""Why a pair is proposed, why somebody waits and what would change it, and whether it was fair."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.matching.rules import fairness, forbidding, proposing, reasons, scoring, solving
from portal.matching.values import Cohort, Weights
from tests.matching.cohorts import (
    ELSEWHERE,
    a_need,
    an_offer,
    brute_force,
    cohorts,
    need_id,
    offer_id,
)

TEAM = UUID(int=9)
LABELS = {"court-skills": "Court skills", "neglect": "Neglect", "families": "children and families"}


def waiting(needs, offers, kind="mentoring"):
    return proposing.propose(Cohort(kind, tuple(offers), tuple(needs))).unmatched


@pytest.mark.parametrize(
    ("rule", "need", "offer"),
    [
        (forbidding.ORGANISATION, {}, {"organisation_id": ELSEWHERE}),
        (forbidding.MANAGER, {"managers": frozenset([offer_id(0)])}, {}),
        (forbidding.ASSESSOR, {"assessors": frozenset([offer_id(0)])}, {}),
        (forbidding.CONFLICT, {"conflicts": frozenset([offer_id(0)])}, {}),
        (forbidding.CONFLICT, {}, {"conflicts": frozenset([need_id(0)])}),
        (forbidding.TEAM, {"teams": frozenset([TEAM])}, {"teams": frozenset([TEAM])}),
        (forbidding.TRAINING, {}, {"is_trained": False}),
        (forbidding.PLACES, {}, {"places": 0}),
    ],
)
def test_a_hard_rule_is_one_whatever_they_wish(rule, need, offer):
    wants = a_need(ranking=(offer_id(0),), **need)
    assert forbidding.objections(wants, an_offer(**offer), "mentoring") == (rule,)


def test_a_coach_may_be_of_the_same_team_and_a_mentor_may_not():
    need, offer = a_need(teams=frozenset([TEAM])), an_offer(teams=frozenset([TEAM]))
    assert forbidding.may_be(need, offer, "coaching")
    assert not forbidding.may_be(need, offer, "mentoring")


def test_reasons_stand_in_words_the_weightiest_first():
    need = a_need(
        goals=frozenset(["court-skills", "neglect"]), practice="families", base="North",
        days=frozenset(["Mon", "Tue", "Fri"]), qualified_on=date(2025, 7, 1),
        ranking=(offer_id(5), offer_id(0)), identity=frozenset(["carer"]),
    )  # fmt: skip
    offer = an_offer(
        strengths=frozenset(["court-skills"]), practice="families", base="North",
        days=frozenset(["Tue", "Mon"]), qualified_on=date(2015, 7, 1),
        identity=frozenset(["carer"]),
    )  # fmt: skip
    assert reasons.reasons(need, offer, Weights(), LABELS) == (
        "Shares something about themself that Person 0 asked to count.",
        "The second choice of Person 0.",
        "Can help with 1 of 2 goals: Court skills.",
        "Both work in children and families.",
        "Both are based at North.",
        "Qualified at least two years longer.",
        "Both work on Mon, Tue.",
    )
    assert reasons.cautions(need, offer) == ()


def test_what_is_chosen_about_oneself_is_never_named():
    need, offer = (make(identity=frozenset(["carer"])) for make in (a_need, an_offer))
    said = reasons.reasons(need, offer, Weights(), {"carer": "Carer"})
    assert "arer" not in " ".join(said).replace("Carer ", "")


def test_a_wish_that_counts_nothing_is_no_reason():
    need, offer = a_need(base="North"), an_offer(base="North")
    assert reasons.reasons(need, offer, Weights(base=0), {}) == ()


def test_what_speaks_against_a_pair_is_said_too():
    need = a_need(goals=frozenset(["neglect"]), days=frozenset(["Mon"]),
                  declined=frozenset([offer_id(0)]))  # fmt: skip
    said = reasons.cautions(need, an_offer(days=frozenset(["Fri"])))
    assert len(said) == 4


def test_whoever_waits_reads_the_exact_reason_and_what_would_be_enough():
    needs = [a_need(0), a_need(1, teams=frozenset([TEAM]))]
    offers = [
        an_offer(0, teams=frozenset([TEAM])), an_offer(1, 0), an_offer(2, is_trained=False),
        an_offer(3, organisation_id=ELSEWHERE),
    ]  # fmt: skip
    [one] = waiting(needs, offers).waiting
    assert (one.need_id, one.could_help) == (need_id(1), offer_id(1))
    assert one.why == (
        "Of the four who offer, one is in another organisation; one is in the same team; "
        "one has not done the training; one has no place in this round."
    )
    assert one.least == "One place with Mentor 1 would be enough."


def test_a_place_may_reach_somebody_through_others_who_move():
    # Person 1 may only be with Mentor 0, who is full with Person 0; Person 0 may move to Mentor 1.
    needs = [a_need(n, conflicts=frozenset(c)) for n, c in
             [(0, []), (1, [offer_id(1)]), (2, [offer_id(0)])]]  # fmt: skip
    found = waiting(needs, [an_offer(0), an_offer(1)])
    assert found.waiting[0].least == "One more place with Mentor 0 would be enough."
    assert found.summary == "One more place with Mentor 0 would be enough."


def test_the_summary_says_who_alone_would_help_most():
    needs = [a_need(n, conflicts=frozenset([offer_id(1)] if n else [])) for n in range(5)]
    found = waiting(needs, [an_offer(0), an_offer(1)])
    assert found.summary == ("Three more places with Mentor 0 would be enough for all who wait.")


def test_training_is_named_where_it_alone_stands_in_the_way():
    [one] = waiting([a_need()], [an_offer(is_trained=False)]).waiting
    assert one.least == "It would be enough if Mentor 0 did the training."
    [one] = waiting([a_need(managers=frozenset([offer_id(0)]))], [an_offer()]).waiting
    assert one.why == "Of the one who offers, one is their line manager."
    assert one.least == "Somebody else would have to offer."


@given(cohorts(most=5))
@settings(max_examples=100)
def test_what_is_said_to_be_enough_is_enough(cohort):
    points, allowed = scoring.points_of(cohort), scoring.allowed_in(cohort)
    chosen = solving.best(points, allowed, [offer.places for offer in cohort.offers])
    before = solving.total(points, chosen)[0]
    for one in proposing.propose(cohort).unmatched.waiting:
        if one.could_help is None:
            continue
        helped = tuple(_helped(offer) if offer.id == one.could_help else offer
                       for offer in cohort.offers)  # fmt: skip
        after = Cohort(cohort.kind, helped, cohort.needs, cohort.weights)
        assert brute_force(after)[0] > before


def _helped(offer):
    trained = offer.is_trained
    return replace(
        offer, is_trained=True, places=offer.places + (1 if trained else not offer.places)
    )


outcomes = st.lists(
    st.builds(
        fairness.Outcome,
        group=st.sampled_from(["North", "South", "East", "West"]), has_somebody=st.booleans(),
        ranked=st.just(True), choice=st.none() | st.integers(0, 2),
    ),
    max_size=60,
)  # fmt: skip


@given(outcomes)
def test_no_line_of_fairness_is_about_fewer_than_ten_people(rows):
    shown = fairness.lines(rows)
    assert all(line.people >= fairness.FEWEST for line in shown)
    assert sum(line.people for line in shown) in (0, len(rows))


def test_the_figures_of_a_group_are_counted():
    rows = [fairness.Outcome("North", n < 8, n < 6, 0 if n < 3 else 1 if n < 5 else None)
            for n in range(12)]  # fmt: skip
    assert fairness.lines(rows) == (fairness.Line("North", 12, 3, 5, 6, 4),)
