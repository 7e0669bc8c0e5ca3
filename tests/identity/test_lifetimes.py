"""T23: when a session ends, and for how long a link opens."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.identity import lifetimes

START = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
spans = st.timedeltas(min_value=timedelta(0), max_value=timedelta(hours=14))


def test_half_an_hour_without_a_deed_ends_a_session() -> None:
    """T23: idle."""
    last = START + timedelta(minutes=29, seconds=59)
    assert lifetimes.is_live(START, START, last)
    assert not lifetimes.is_live(START, START, START + timedelta(minutes=30))


def test_twelve_hours_end_even_a_busy_session() -> None:
    """T23: absolute."""
    seen = START + timedelta(hours=11, minutes=59)
    assert lifetimes.is_live(START, seen, seen)
    assert not lifetimes.is_live(START, seen, START + timedelta(hours=12))


@given(seen=spans, asked=spans)
def test_a_session_lives_exactly_until_the_moment_it_names(
    seen: timedelta, asked: timedelta
) -> None:
    """T23: what the page warns of is what the server does."""
    end = lifetimes.ends_at(START, START + seen)
    assert lifetimes.is_live(START, START + seen, START + asked) == (START + asked < end)
    assert end - START <= lifetimes.ABSOLUTE


def test_a_deed_is_written_down_at_most_once_a_minute() -> None:
    """T29: what a read may write."""
    assert not lifetimes.is_worth_noting(START, START + timedelta(seconds=59))
    assert lifetimes.is_worth_noting(START, START + timedelta(seconds=60))


def test_links_last_as_long_as_promised() -> None:
    """T17: a reset an hour at most, an invitation a week."""
    assert timedelta(hours=1) == lifetimes.RESET
    assert timedelta(days=7) == lifetimes.INVITATION
