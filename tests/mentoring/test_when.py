"""The day of a session: from one tap, and what stands against it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mentoring import when

TODAY = date(2026, 11, 26)
SINCE_SPRING = when.Span(date(2026, 4, 1))
days = st.dates(date(2024, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("choice", "day"),
    [("today", TODAY), ("yesterday", date(2026, 11, 25)), ("other", date(2026, 11, 3))],
)
def test_each_tap_means_a_day(choice: str, day: date) -> None:
    assert when.day_of(choice, date(2026, 11, 3), TODAY) == day


def test_another_day_without_a_day_is_no_day() -> None:
    assert when.day_of("other", None, TODAY) is None


@pytest.mark.parametrize("choice", [None, "", "tomorrow"])
def test_a_tap_that_was_not_offered_is_no_day(choice: str | None) -> None:
    assert when.day_of(choice, TODAY, TODAY) is None


@given(days, days)
def test_the_tap_for_a_day_leads_back_to_that_day(day: date, today: date) -> None:
    assert when.day_of(when.choice_for(day, today), day, today) == day


@given(st.dates(date(2026, 4, 1), TODAY))
def test_any_day_since_the_two_began_can_be_logged(day: date) -> None:
    assert when.objection(day, TODAY, SINCE_SPRING) is None


@given(st.integers(1, 4000))
def test_a_day_to_come_is_refused(ahead: int) -> None:
    refused = when.objection(TODAY + timedelta(days=ahead), TODAY, SINCE_SPRING)
    assert refused is not None
    assert "today or in the past" in refused


def test_a_day_before_the_two_began_is_refused_with_the_day_they_did() -> None:
    refused = when.objection(date(2026, 3, 31), TODAY, SINCE_SPRING)
    assert refused == "You have worked together since 1 April 2026: enter a later day"


def test_a_day_after_the_end_is_refused() -> None:
    ended = when.Span(date(2026, 4, 1), date(2026, 10, 30))
    assert when.objection(date(2026, 10, 30), TODAY, ended) is None
    assert "ended on 30 October 2026" in str(when.objection(date(2026, 10, 31), TODAY, ended))


def test_a_year_back_can_be_logged_and_a_day_more_cannot() -> None:
    long_ago = when.Span(date(2020, 1, 1))
    assert when.objection(date(2025, 11, 26), TODAY, long_ago) is None
    refused = when.objection(date(2025, 11, 25), TODAY, long_ago)
    assert refused == "The day must be 26 November 2025 or later"


@given(days, days, days, st.none() | days)
def test_a_day_that_is_let_through_lies_within_every_limit(
    day: date, today: date, start: date, end: date | None
) -> None:
    if when.objection(day, today, when.Span(start, end)) is None:
        assert max(start, today - when.BACK) <= day <= min(today, end or today)


@given(days, days)
def test_a_session_can_be_put_right_for_fourteen_days_from_when_it_was_held_or_logged(
    held_on: date, recorded_on: date
) -> None:
    until = when.correctable_until(held_on, recorded_on)
    assert (until - held_on).days >= 14
    assert (until - recorded_on).days >= 14
    assert 14 in {(until - held_on).days, (until - recorded_on).days}
