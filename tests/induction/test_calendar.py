"""The calendar of a year: dated from its first day, on working days, inside the year."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import working_days
from portal.induction import calendar, programmes
from portal.induction.programmes.template import WORKING_DAY, Programme

ASYE = programmes.pinned("asye-child-and-family", "2026")
FULL = Decimal(1)
DAY = timedelta(days=1)

starts = st.dates(date(2008, 1, 1), date(2040, 12, 31))
shares = st.integers(20, 100).map(lambda hundredths: Decimal(hundredths) / 100)


def days(started_on: date, fte: Decimal = FULL, programme: Programme = ASYE) -> dict[str, date]:
    dated = calendar.items_of(programme, started_on, fte)
    return {one.item.code: one.due_on for one in dated}


def test_a_full_time_year_from_29_june_2026() -> None:
    year = days(date(2026, 6, 29))
    assert year["agreement"] == date(2026, 7, 10)
    assert year["review-3"] == date(2026, 9, 28)
    assert year["observation-2"] == date(2026, 11, 27)
    assert year["review-6"] == date(2026, 12, 24)  # 28 December is a bank holiday
    assert year["review-final"] == date(2027, 5, 28)
    assert year["portfolio"] == date(2027, 7, 5)


def test_half_time_takes_two_years_but_the_agreement_is_signed_as_soon() -> None:
    full, half = days(date(2026, 6, 29)), days(date(2026, 6, 29), Decimal("0.5"))
    assert half["agreement"] == full["agreement"]
    assert half["review-3"] == date(2026, 12, 24)
    assert calendar.last_day(ASYE, date(2026, 6, 29), Decimal("0.5")) == date(2028, 6, 28)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), Fraction(1), date(2027, 2, 28)),
        (date(2028, 1, 31), Fraction(1), date(2028, 2, 29)),
        (date(2024, 2, 29), Fraction(12), date(2025, 2, 28)),
        (date(2026, 10, 31), Fraction(6), date(2027, 4, 30)),
        (date(2026, 11, 26), Fraction(3, 2), date(2027, 1, 10)),
        (date(2026, 11, 26), Fraction(0), date(2026, 11, 26)),
    ],
)
def test_months_end_where_they_are_short(day: date, months: Fraction, later: date) -> None:
    assert calendar.months_after(day, months) == later


@pytest.mark.parametrize("fte", [Decimal(0), Decimal("-0.5"), Decimal("1.2")])
def test_hours_must_be_a_share(fte: Decimal) -> None:
    with pytest.raises(ValueError, match="more than 0 and at most 1"):
        days(date(2026, 6, 29), fte)


@given(starts, shares)
def test_every_date_is_a_working_day_in_order_and_inside_the_year(
    started_on: date, fte: Decimal
) -> None:
    last = calendar.last_day(ASYE, started_on, fte)
    dated = calendar.items_of(ASYE, started_on, fte)
    assert len(dated) == len(ASYE.items)
    assert [one.due_on for one in dated] == sorted(one.due_on for one in dated)
    for one in dated:
        assert working_days.is_working_day(one.due_on)
        assert one.due_on >= started_on
        assert (one.due_on > last) == (one.item.due.unit == WORKING_DAY)


@given(starts, shares)
def test_every_item_falls_into_its_stage(started_on: date, fte: Decimal) -> None:
    year, last = days(started_on, fte), calendar.last_day(ASYE, started_on, fte)
    stages = {stage.key: stage for stage in ASYE.stages}
    for item in ASYE.items:
        if item.due.unit == WORKING_DAY:
            continue
        stage = stages[item.stage]
        begins = calendar.months_after(started_on, stage.from_month / Fraction(fte))
        ends = calendar.months_after(started_on, stage.to_month / Fraction(fte)) - DAY
        assert begins <= year[item.code] <= ends <= last


@given(starts, shares)
def test_starting_a_day_later_brings_no_date_forward(started_on: date, fte: Decimal) -> None:
    earlier, later = days(started_on, fte), days(started_on + DAY, fte)
    assert all(earlier[code] <= later[code] for code in earlier)


@given(starts, shares, shares)
def test_fewer_hours_bring_no_date_forward(started_on: date, one: Decimal, other: Decimal) -> None:
    fewer, more = sorted([one, other])
    assert all(days(started_on, more)[c] <= day for c, day in days(started_on, fewer).items())


@given(starts, shares)
def test_one_date_does_not_depend_on_the_others(started_on: date, fte: Decimal) -> None:
    year, last = days(started_on, fte), calendar.last_day(ASYE, started_on, fte)
    for item in ASYE.items:
        assert calendar.due_on(item, started_on, last, fte) == year[item.code]


@given(starts, shares, st.integers(-400, 2400))
def test_every_day_has_its_week_or_lies_outside_the_year(
    started_on: date, fte: Decimal, offset: int
) -> None:
    day = started_on + offset * DAY
    week = calendar.week_of(day, programme=ASYE, started_on=started_on, fte=fte)
    inside = started_on <= day <= calendar.last_day(ASYE, started_on, fte)
    assert week.of == calendar.weeks_of(ASYE, fte)
    assert (week.number is not None) == inside
    assert week.is_before == (day < started_on)
    assert week.is_after == (not inside and not week.is_before)
    assert week.number is None or 1 <= week.number <= week.of


@given(starts, shares)
def test_weeks_follow_one_another(started_on: date, fte: Decimal) -> None:
    def number(day: date) -> int:
        week = calendar.week_of(day, programme=ASYE, started_on=started_on, fte=fte)
        assert week.number is not None
        return week.number

    last = calendar.last_day(ASYE, started_on, fte)
    assert number(started_on) == 1
    assert number(started_on + 6 * DAY) == 1
    assert number(started_on + 7 * DAY) == 2
    assert number(last) == calendar.weeks_of(ASYE, fte)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 28), "Not started yet"),
        (date(2026, 6, 29), "Week 1 of 52"),
        (date(2026, 11, 26), "Week 22 of 52"),
        (date(2027, 6, 28), "Week 52 of 52"),
        (date(2027, 6, 29), "After week 52"),
    ],
)
def test_the_week_in_words(day: date, words: str) -> None:
    week = calendar.week_of(day, programme=ASYE, started_on=date(2026, 6, 29), fte=FULL)
    assert week.words == words


def test_a_year_of_three_days_a_week_has_87_weeks() -> None:
    assert calendar.weeks_of(ASYE, Decimal("0.6")) == 87


def test_the_year_ends_on_the_day_before_its_anniversary() -> None:
    assert calendar.last_day(ASYE, date(2026, 6, 29), FULL) == date(2027, 6, 28)
