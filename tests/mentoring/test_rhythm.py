"""What comes next for a pair, from the day they last met."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mentoring import rhythm

TODAY = date(2026, 11, 26)
START = date(2026, 4, 1)


def test_a_pair_that_never_met_arranges_a_first_session() -> None:
    assert rhythm.next_step(None, START, TODAY) == rhythm.Step("Arrange a first session", True)


def test_a_pair_that_starts_later_owes_nothing() -> None:
    assert not rhythm.next_step(None, TODAY + timedelta(days=1), TODAY).is_due


@given(st.integers(0, 27))
def test_nothing_is_due_within_four_weeks(days: int) -> None:
    assert not rhythm.next_step(TODAY - timedelta(days=days), START, TODAY).is_due


@given(st.integers(28, 300))
def test_the_next_session_is_due_after_four_weeks(days: int) -> None:
    step = rhythm.next_step(TODAY - timedelta(days=days), START, TODAY)
    assert step.is_due
    assert step.words.startswith("Arrange the next session: met ")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "met today"),
        (1, "met yesterday"),
        (2, "met 2 days ago"),
        (13, "met 13 days ago"),
        (14, "met 2 weeks ago"),
        (41, "met 5 weeks ago"),
    ],
)
def test_the_time_since_is_said_plainly(days: int, words: str) -> None:
    assert rhythm.ago(timedelta(days=days)) == words
