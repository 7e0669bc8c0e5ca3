"""Dates as spreadsheets write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.people.staff_list.dates import EXCEL_BEGINS, UndatedError, day

TODAY = date(2026, 11, 26)
DAYS = st.dates(date(1930, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%d %B %Y",
                              "%A %d %B %Y", "%d/%m/%Y 00:00:00", "%Y-%m-%dT00:00:00"]))  # fmt: skip
def test_every_day_is_read_in_every_form(one: date, form: str) -> None:
    assert day(one.strftime(form), TODAY) == one


@given(st.dates(date(1950, 1, 1), date(2046, 12, 31)))
def test_a_year_of_two_digits_lies_around_today(one: date) -> None:
    assert day(one.strftime("%d-%b-%y"), TODAY) == one


@given(st.dates(date(1930, 1, 1), date(2150, 12, 31)))
def test_a_number_is_excels_own_day(one: date) -> None:
    assert day(str((one - EXCEL_BEGINS).days), TODAY) == one


def test_excels_day_one_of_2024_is_where_excel_has_it() -> None:
    assert day("45292", TODAY) == date(2024, 1, 1)
    assert EXCEL_BEGINS + timedelta(days=45292) == date(2024, 1, 1)


@pytest.mark.parametrize(
    "written", ["31/02/2024", "29/02/2023", "00/01/2024", "12/25/2020", "1-Feb-0000"]
)
def test_a_day_that_does_not_exist_is_told(written: str) -> None:
    with pytest.raises(
        UndatedError, match=r"is not a date that exists. Write it as day/month/year\."
    ):
        day(written, TODAY)


@pytest.mark.parametrize(
    "written", ["soon", "2024", "1/2", "13 Foo 2024", "1/2/3/4", "٠١/٠٢/٢٠٢٤x"]
)
def test_what_is_no_date_is_told(written: str) -> None:
    with pytest.raises(UndatedError, match=r"is not a date\. Write it as day/month/year\."):
        day(written, TODAY)


def test_a_day_too_long_ago_is_told() -> None:
    with pytest.raises(UndatedError, match="too long ago"):
        day("01/01/1066", TODAY)


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_a_sentence(written: str) -> None:
    found: date | str
    try:
        found = day(written, TODAY)
    except UndatedError as undated:
        found = str(undated)
    assert isinstance(found, date) or found.endswith("day/month/year.")
