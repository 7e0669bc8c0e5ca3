"""Working days: weekends and bank holidays are not."""

from datetime import date

import pytest

from portal import working_days


@pytest.mark.parametrize(
    ("day", "nation", "is_working"),
    [
        (date(2026, 11, 26), "ENG", True),
        (date(2026, 11, 28), "ENG", False),  # Saturday
        (date(2026, 11, 29), "ENG", False),  # Sunday
        (date(2026, 12, 25), "ENG", False),
        (date(2026, 12, 28), "ENG", False),  # for Boxing Day, a Saturday
        (date(2026, 4, 6), "ENG", False),  # Easter Monday
        (date(2026, 4, 6), "SCT", True),
        (date(2026, 1, 2), "SCT", False),
        (date(2026, 1, 2), "WLS", True),
        (date(2026, 3, 17), "NIR", False),  # St Patrick's Day
    ],
)
def test_bank_holidays_follow_the_nation(day: date, nation: str, is_working: bool) -> None:
    assert working_days.is_working_day(day, nation) is is_working


def test_christmas_moves_a_date_back_to_christmas_eve() -> None:
    assert working_days.on_or_before(date(2026, 12, 28)) == date(2026, 12, 24)


def test_new_year_moves_a_first_day_forward() -> None:
    assert working_days.on_or_after(date(2027, 1, 1)) == date(2027, 1, 4)


def test_five_working_days_over_easter_take_eleven_days() -> None:
    assert working_days.after(date(2026, 4, 2), 5) == date(2026, 4, 13)
