"""By when a question is answered: the end of a working day, so many working days on."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal import working_days
from portal.support import targets

FIVE = time(17)
THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "at", "number", "due"),
    [
        (THURSDAY, time(9), 0, THURSDAY),
        (THURSDAY, time(16, 59), 0, THURSDAY),
        (THURSDAY, time(17), 0, date(2026, 11, 27)),
        (date(2026, 11, 28), time(9), 0, date(2026, 11, 30)),
        (THURSDAY, time(9), 2, date(2026, 11, 30)),
        (THURSDAY, time(18), 2, date(2026, 12, 1)),
        (date(2026, 12, 24), time(9), 2, date(2026, 12, 30)),
        (THURSDAY, time(9), 5, date(2026, 12, 3)),
    ],
)
def test_a_target_counts_working_days_without_bank_holidays(
    day: date, at: time, number: int, due: date
) -> None:
    assert targets.due_on(day, at, number, day_ends=FIVE, nation="ENG") == due


@given(some.dates(date(2026, 1, 1), date(2030, 1, 1)), some.times(), some.integers(0, 10))
def test_a_target_is_a_working_day_that_is_not_past_when_it_is_asked(day, at, number) -> None:
    due = targets.due_on(day, at, number, day_ends=FIVE, nation="ENG")
    assert working_days.is_working_day(due)
    assert not targets.is_past(due, day, at, day_ends=FIVE)


def test_a_target_is_said_with_its_time_and_when_it_has_gone_by() -> None:
    before, after = (THURSDAY, time(16, 59)), (THURSDAY, time(17))
    assert targets.in_words(THURSDAY, *before, day_ends=FIVE) == (
        "Due by Thursday 26 November 2026, 17:00"
    )
    assert targets.in_words(THURSDAY, *after, day_ends=FIVE) == (
        "Past its target of Thursday 26 November 2026, 17:00"
    )


def test_words_are_kept_for_twelve_months() -> None:
    assert targets.words_until(THURSDAY) == date(2027, 11, 26)
    assert targets.words_until(date(2028, 2, 29)) == date(2029, 2, 28)
