"""From which day on somebody could apply, as far as dates go, and how leave counts for it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.catalogue.entries import Place, Requirement
from portal.pathways.eligibility import (
    DATES_ONLY,
    Reached,
    dated,
    first_panel,
    is_in_months,
    reached,
)
from portal.pathways.progression.leave import LeaveRule, counted_time
from portal.pathways.showing import Facts, months, reached_on, showing

pytestmark = pytest.mark.once
TODAY = date(2026, 11, 26)
CATALOGUE = catalogue_in_force(TODAY)
WORKER, SENIOR = CATALOGUE.by_key["social-worker"], CATALOGUE.by_key["senior-social-worker"]
A_DAY = st.dates(date(2015, 1, 1), date(2028, 12, 31))
PAST = st.dates(date(2015, 1, 1), TODAY)
SPANS: Any = st.lists(
    st.tuples(PAST, st.none() | st.integers(0, 1500)).map(
        lambda each: (each[0], None if each[1] is None else each[0] + timedelta(days=each[1]))
    ),
    max_size=4,
)
ASKED = st.sampled_from(
    [
        Requirement("time", "Time.", "time", 24, ("social-worker",)),
        Requirement("more", "Time.", "time", 7, ("social-worker", "senior-social-worker")),
        Requirement("since", "Since.", "qualified", 18),
        Requirement("award", "Award.", "qualified"),
        Requirement("year", "Year.", "induction"),
        Requirement("registration", "Register.", "registered"),
        Requirement("accounts", "Accounts.", "evidence", 2, ("writing",)),
    ]
)


def asking(*asked: Requirement) -> Place:
    return replace(SENIOR, requirements=asked)


@st.composite
def facts(draw: Any) -> Facts:
    at = {key: draw(SPANS) for key in ("social-worker", "senior-social-worker")}
    return Facts(
        at=at,
        is_registered=draw(st.booleans()),
        qualified_on=draw(st.none() | PAST),
        year_completed_on=draw(st.none() | PAST),
    )


def test_two_years_in_the_role_are_reached_the_day_before_the_anniversary():
    mine = Facts(at={"social-worker": [(date(2025, 9, 1), None)]}, is_registered=True)
    assert reached(SENIOR, mine, TODAY) == Reached(date(2027, 8, 31))
    assert reached(SENIOR, mine, date(2027, 10, 1)) == Reached(date(2027, 10, 1))


def test_a_change_of_team_is_no_break_and_a_gap_is():
    joined = [(date(2024, 1, 1), date(2025, 5, 31)), (date(2025, 6, 1), None)]
    apart = [(date(2024, 1, 1), date(2025, 5, 31)), (date(2026, 9, 1), None)]
    for spans, on in ((joined, TODAY), (apart, date(2027, 3, 31))):
        found = reached(SENIOR, Facts(at={"social-worker": spans}, is_registered=True), TODAY)
        assert found.on == on


@pytest.mark.parametrize(
    ("place", "known", "why"),
    [
        (SENIOR, Facts(is_registered=True), "No post so far that counts towards the 24 months."),
        (SENIOR, Facts(at={"social-worker": [(date(2020, 1, 1), None)]}),
         "The register was not checked."),
        (SENIOR, Facts(at={"social-worker": [(date(2026, 1, 1), date(2027, 1, 31))]}),
         "The posts that count end before they come to 24 months."),
        (WORKER, Facts(is_registered=True), "No completed first year is known."),
        (WORKER, Facts(is_registered=True, year_ends_on=date(2026, 9, 30)),
         "The first year was planned until 30 September 2026 and is not completed."),
        (asking(Requirement("since", "Since.", "qualified", 24)), Facts(),
         "The day of qualifying is not known."),
    ],
)  # fmt: skip
def test_where_there_is_no_day_the_reason_is_a_date_or_a_fact_of_hr(
    place: Place, known: Facts, why: str
) -> None:
    assert reached(place, known, TODAY) == Reached(None, why)


def test_a_first_year_that_goes_on_is_expected_on_its_planned_day():
    mine = Facts(is_registered=True, year_ends_on=date(2027, 6, 28))
    assert reached(WORKER, mine, TODAY) == Reached(date(2027, 6, 28))


def test_somebody_comes_to_the_first_panel_whose_last_day_they_reach():
    closing = [date(2026, 12, 3), date(2027, 3, 4), date(2027, 6, 3)]
    assert first_panel(date(2026, 12, 3), closing) == 0
    assert first_panel(date(2026, 12, 4), closing) == 1
    assert first_panel(date(2027, 6, 4), closing) is None
    assert first_panel(None, closing) is None


@given(st.lists(ASKED, max_size=4, unique_by=lambda each: each.key), facts(), st.data())
def test_it_agrees_with_what_is_shown_on_every_day(asked, known, data):
    place = asking(*asked)
    found = reached(place, known, TODAY)
    near = [found.on + timedelta(days=n) for n in (-1, 0, 1)] if found.on else []
    day = data.draw(A_DAY.filter(lambda each: each >= TODAY) | st.sampled_from([TODAY, *near]))
    if day < TODAY:
        return
    shown = [each for each in showing(place, known, day) if each.requirement.kind in DATES_ONLY]
    assert found.is_by(day) == all(each.is_shown for each in shown)


@given(PAST, st.integers(1, 60))
def test_the_quick_way_is_the_long_way(first, amount):
    there = is_in_months(first, amount)
    assert months([(first, None)], there) >= amount
    assert months([(first, None)], there - timedelta(days=1)) < amount
    assert max(there, TODAY) == reached_on([(first, None)], amount, TODAY)


@given(facts(), st.data())
def test_more_time_never_makes_anybody_later(known, data):
    place = data.draw(st.sampled_from(CATALOGUE.places))
    more = [*known.at["social-worker"], data.draw(SPANS.filter(bool))[0]]
    sooner = reached(place, replace(known, at={**known.at, "social-worker": more}), TODAY)
    before = reached(place, known, TODAY)
    assert before.on is None or sooner.is_by(before.on)


@given(facts(), SPANS, st.sampled_from(CATALOGUE.places))
def test_leave_never_makes_anybody_later_under_the_standard_rule(known, away, place):
    spans = {key: counted_time(held, away, None) for key, held in known.at.items()}
    assert reached(place, replace(known, at=spans), TODAY) == reached(place, known, TODAY)


def test_under_a_published_rule_the_first_months_of_an_absence_still_count():
    rule = LeaveRule(6, since=date(2020, 1, 1))
    away = [(date(2025, 1, 1), date(2025, 4, 30)), (date(2025, 5, 1), date(2025, 12, 31))]
    held = [(date(2024, 1, 1), None)]
    assert counted_time(held, away, rule) == [
        (date(2024, 1, 1), date(2025, 6, 30)),
        (date(2026, 1, 1), None),
    ]
    assert counted_time(held, [(date(2025, 1, 1), date(2025, 6, 30))], rule) == held
    assert counted_time(held, [(date(2026, 1, 1), None)], rule) == [
        (date(2024, 1, 1), date(2026, 6, 30))
    ]


def test_no_rule_takes_back_time_from_before_the_day_it_was_published_for():
    rule = LeaveRule(3, since=date(2026, 1, 1))
    held = [(date(2024, 1, 1), None)]
    assert counted_time(held, [(date(2025, 1, 1), date(2025, 12, 31))], rule) == held
    assert counted_time(held, [(date(2025, 6, 1), date(2026, 2, 28))], rule) == [
        (date(2024, 1, 1), date(2025, 12, 31)),
        (date(2026, 3, 1), None),
    ]


@given(SPANS, SPANS, st.integers(1, 24), PAST, A_DAY)
def test_a_rule_takes_days_away_and_adds_none(held, away, number, since, day):
    def counts(spans: Any) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in spans)

    left = counted_time(held, away, LeaveRule(number, since))
    assert not counts(left) or counts(held)
    if counts(held) and (day < since or not counts(away)):
        assert counts(left)


def test_every_place_asks_for_dates_that_the_rule_knows():
    for place in CATALOGUE.places:
        assert {each.kind for each in dated(place)} <= set(DATES_ONLY)
