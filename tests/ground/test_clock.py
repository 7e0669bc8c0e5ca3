"""The two clocks: the day one plans by, and real time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import clock

pytestmark = pytest.mark.once
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def test_real_time_is_in_utc_and_moves_on():
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().utcoffset() == timedelta(0)


def test_setting_the_day_leaves_real_time_alone():
    """Sessions, tokens and the audit trail are not moved by the demo's day."""
    with clock.set_to(day=date(2030, 1, 1)):
        assert clock.today() == date(2030, 1, 1)
        assert abs(datetime.now(UTC) - clock.now()) < timedelta(seconds=5)


def test_setting_the_moment_moves_the_day_unless_that_was_set():
    with clock.set_to(moment=datetime(2026, 11, 26, 9, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 26)
        with clock.set_to(day=date(2027, 1, 1)):
            assert clock.today() == date(2027, 1, 1)
            assert clock.now() == datetime(2026, 11, 26, 9, tzinfo=UTC)
        assert clock.today() == date(2026, 11, 26)


def test_the_clock_goes_back_to_itself_even_after_a_fault():
    with pytest.raises(RuntimeError), clock.set_to(day=date(1999, 1, 1)):
        raise RuntimeError
    assert clock.today().year > 1999


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2)),  # summer: an hour ahead
        (datetime(2026, 1, 1, 23, 30, tzinfo=UTC), date(2026, 1, 1)),  # winter: the same
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),  # clocks go forward
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),  # the night they go back
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_the_day_is_the_one_in_london(moment, day):
    """R11."""
    with clock.set_to(moment=moment):
        assert clock.today() == day


@given(MOMENTS)
def test_the_day_in_london_is_that_of_utc_or_the_next(moment):
    """R11: London is never behind UTC (since 1972) and never more than an hour ahead."""
    with clock.set_to(moment=moment):
        assert clock.today() in {moment.date(), (moment + timedelta(hours=1)).date()}
