"""When what somebody holds expires, in which list it stands, and when they hear of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.learning import expiring
from portal.learning.catalogue import KEPT, SHIPPED

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("since", "months", "until"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 10), 36, date(2029, 12, 10)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 1), None, None),
    ],
)
def test_months_are_calendar_months(since, months, until):
    assert expiring.valid_until(since, months) == until


@pytest.mark.parametrize(
    ("days", "when", "heard"),
    [
        (-31, "passed", ""),
        (-30, "passed", "passed"),
        (-1, "passed", "passed"),
        (0, "30", "30"),
        (30, "30", "30"),
        (31, "60", "90"),
        (60, "60", "90"),
        (61, "90", "90"),
        (90, "90", "90"),
        (91, "", ""),
    ],
)
def test_each_day_stands_in_one_list_and_is_heard_of_in_time(days, when, heard):
    day = TODAY + timedelta(days=days)
    assert expiring.within(day, TODAY) == when
    assert expiring.heard_of(day, TODAY) == heard


@given(st.integers(-400, 200))
def test_the_span_of_a_list_holds_exactly_its_days(days):
    day = TODAY + timedelta(days=days)
    lists = [when for when in expiring.WHEN
             if expiring.span(when, TODAY)[0] <= day <= expiring.span(when, TODAY)[1]]  # fmt: skip
    assert lists == [when for when in [expiring.within(day, TODAY)] if when]


def test_what_ships_has_one_key_each_and_a_kind_that_is_known():
    assert not SHIPPED.keys() & KEPT.keys()
    assert {each.kind for each in KEPT.values()} <= {"practice educator", "approval", "other"}
    assert all(each.key == key and each.about for key, each in SHIPPED.items())
