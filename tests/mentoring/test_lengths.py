"""How long a session lasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mentoring import lengths


def test_five_lengths_are_offered() -> None:
    assert lengths.taps() == (15, 30, 45, 60, 90)


@given(st.integers(lengths.SHORTEST, lengths.LONGEST))
def test_the_length_that_a_session_has_is_always_offered(minutes: int) -> None:
    offered = lengths.taps(minutes)
    assert minutes in offered
    assert list(offered) == sorted(set(offered))
    assert set(lengths.TAPS) <= set(offered)


@pytest.mark.parametrize("minutes", [-45, 0, 4, 481, 10_000])
def test_a_length_out_of_reason_is_impossible(minutes: int) -> None:
    assert not lengths.is_possible(minutes)


@pytest.mark.parametrize("minutes", [5, 45, 480])
def test_a_length_within_reason_is_possible(minutes: int) -> None:
    assert lengths.is_possible(minutes)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(5, "5 minutes"), (45, "45 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes"),
     (121, "2 hours 1 minute"), (0, "0 minutes")],
)  # fmt: skip
def test_a_length_is_said_as_people_say_it(minutes: int, words: str) -> None:
    assert lengths.in_words(minutes) == words
