"""T13: how many tries are left."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.identity.buckets import Level, Limit, full

START = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
ACCOUNT = Limit(10, 90)
seconds = st.floats(min_value=0, max_value=100_000)


def tries(level: Level, limit: Limit, now: datetime) -> int:
    """How many tries in a row the bucket allows at one moment."""
    count = 0
    level = level.refilled(limit, now)
    while level.allows:
        level, count = level.taken(), count + 1
    return count


def test_ten_tries_then_none() -> None:
    """T13."""
    assert tries(full(ACCOUNT, START), ACCOUNT, START) == 10


def test_one_try_comes_back_every_90_seconds() -> None:
    """T13."""
    empty = Level(0, START)
    assert tries(empty, ACCOUNT, START + timedelta(seconds=89)) == 0
    assert tries(empty, ACCOUNT, START + timedelta(seconds=90)) == 1
    assert tries(empty, ACCOUNT, START + timedelta(seconds=180)) == 2


def test_a_limit_over_minutes_spreads_its_tries() -> None:
    """T13: 1,000 in 15 minutes is one every 0.9 seconds."""
    limit = Limit.over(1000, minutes=15)
    assert limit.seconds == 0.9
    assert limit.refilled_in == timedelta(minutes=15)


def test_the_wait_is_told_in_whole_seconds() -> None:
    """T13."""
    assert Level(0.5, START).wait(ACCOUNT) == 45
    assert Level(0, START).wait(ACCOUNT) == 90
    assert Level(1, START).wait(ACCOUNT) == 0


@given(tokens=st.floats(min_value=0, max_value=10), passed=seconds)
def test_nobody_is_ever_locked_out_for_good(tokens: float, passed: float) -> None:
    """T13: after the wait it names, a bucket allows a try."""
    level = Level(tokens, START).refilled(ACCOUNT, START + timedelta(seconds=passed))
    assert 0 <= level.tokens <= ACCOUNT.size
    later = level.at + timedelta(seconds=level.wait(ACCOUNT))
    assert level.refilled(ACCOUNT, later).allows


@given(steps=st.lists(seconds, max_size=8))
def test_asking_often_gives_no_more_than_asking_once(steps: list[float]) -> None:
    """T13: refilling in steps equals refilling at once."""
    level, now = Level(0, START), START
    for step in steps:
        now += timedelta(seconds=step)
        level = level.refilled(ACCOUNT, now)
    once = Level(0, START).refilled(ACCOUNT, now)
    assert abs(level.tokens - once.tokens) < 1e-6


@given(back=seconds)
def test_a_clock_that_steps_back_gives_nothing(back: float) -> None:
    """T13."""
    level = Level(3, START).refilled(ACCOUNT, START - timedelta(seconds=back))
    assert level == Level(3, START)


@given(tokens=st.floats(min_value=1, max_value=10))
def test_a_try_given_back_leaves_the_bucket_as_it_was(tokens: float) -> None:
    """T13: a right password costs nothing."""
    level = Level(tokens, START)
    assert abs(level.taken().returned(ACCOUNT).tokens - tokens) < 1e-9
