"""Who cannot be paired, in sentences."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mentoring import eligibility
from portal.mentoring.eligibility import Somebody
from portal.mentoring.when import Span
from portal.period import overlaps

PRIYA = Somebody(UUID(int=1), "Priya Nair")
AMIRA = Somebody(UUID(int=2), "Amira Khan")
FROM_SPRING = Span(date(2026, 4, 1))
TODAY = date(2026, 11, 26)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def objection(coach: Somebody = PRIYA, supported: Somebody = AMIRA, **changes: Any) -> str | None:
    given: dict[str, Any] = {"kind": "coaching", "span": FROM_SPRING, "managers": [], "already": []}
    return eligibility.objection(coach, supported, **given | changes)


def test_two_people_without_a_tie_can_be_paired() -> None:
    assert objection(managers=[UUID(int=3)]) is None


def test_nobody_is_paired_with_themself() -> None:
    assert objection(PRIYA, PRIYA) == "Priya Nair cannot be paired with themself"


def test_a_line_manager_is_refused_by_name() -> None:
    refused = objection(managers=[UUID(int=3), PRIYA.id])
    assert (
        refused
        == "Priya Nair is the line manager of Amira Khan, or covers for that person: choose somebody else"
    )


def test_an_open_pairing_of_the_same_two_is_named_with_its_first_day() -> None:
    refused = objection(already=[Span(date(2026, 1, 5))])
    assert refused == (
        "Priya Nair and Amira Khan are already paired for coaching, since 5 January 2026"
    )


def test_a_pairing_that_has_not_run_out_asks_for_a_later_day() -> None:
    refused = objection(already=[Span(date(2026, 1, 5), date(2026, 4, 1))])
    assert refused is not None
    assert refused.endswith("until 1 April 2026: choose a later first day")


@given(days, days, st.integers(0, 400))
def test_the_same_two_never_overlap(first: date, start: date, length: int) -> None:
    earlier, new = Span(start, start + timedelta(days=length)), Span(first)
    assert (objection(span=new, already=[earlier]) is None) == (not overlaps(earlier, new))


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2021, 11, 26), "or later"), (date(2027, 11, 27), "or earlier")],
)
def test_a_first_day_out_of_reach_is_refused(day: date, words: str) -> None:
    assert words in str(eligibility.first_day_objection(day, TODAY))


@pytest.mark.parametrize("day", [date(2021, 11, 27), TODAY, date(2027, 11, 26)])
def test_a_first_day_within_reach_is_not(day: date) -> None:
    assert eligibility.first_day_objection(day, TODAY) is None
