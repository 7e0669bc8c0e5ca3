"""The calendar that moves: pauses, extensions and days away, over 20,000 calendars and more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.induction import calendar, programmes, working_days
from portal.induction.moving import UNMOVED, Extension, Moves, Stop
from portal.induction.programmes.template import WORKING_DAY

ASYE = programmes.pinned("asye-child-and-family", "2026")
START = date(2026, 6, 29)
FULL = Decimal(1)
NATIONS = ("ENG", "WLS", "SCT", "NIR")
MANY = settings(
    max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck), database=None
)

starts = st.dates(date(2008, 1, 1), date(2040, 12, 31))
shares = st.integers(20, 100).map(lambda hundredths: Decimal(hundredths) / 100)


def periods(most: int) -> Any:
    """Up to so many periods that do not touch, as gaps and lengths in days from the start."""
    one = st.tuples(st.integers(0, 160), st.integers(1, 120))
    return st.lists(one, max_size=most)


def laid(started_on: date, gaps: Iterable[tuple[int, int]]) -> tuple[Stop, ...]:
    day, made = started_on, []
    for gap, length in gaps:
        first = day + timedelta(days=gap)
        made.append(Stop(first, first + timedelta(days=length - 1)))
        day = made[-1].last_on + timedelta(days=1)
    return tuple(made)


@st.composite
def calendars(draw: Any) -> tuple[date, Decimal, str, Moves]:
    started_on = draw(starts)
    more = draw(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 180)), max_size=1))
    moves = Moves(
        laid(started_on, draw(periods(4))),
        tuple(Extension(started_on + timedelta(days=after), by) for after, by in more),
        laid(started_on, draw(periods(3))),
    )
    return started_on, draw(shares), draw(st.sampled_from(NATIONS)), moves


def days(started_on: date, fte: Decimal, nation: str, moves: Moves) -> dict[str, date]:
    dated = calendar.items_of(ASYE, started_on, fte, nation, moves)
    return {one.item.code: one.due_on for one in dated}


NOMINAL = [item.code for item in ASYE.items]


@MANY
@given(calendars())
def test_every_date_is_inside_the_programme_in_order_and_on_a_day_of_work(given_: Any) -> None:
    started_on, fte, nation, moves = given_
    due = days(*given_)
    last = calendar.last_day(ASYE, started_on, fte, nation, moves)
    unmoved = days(started_on, fte, nation, UNMOVED)
    for item in ASYE.items:
        day = due[item.code]
        assert working_days.is_working_day(day, nation)
        assert moves.stop_on(day) is None or day > last
        assert started_on <= day
        assert (day > last) == (item.due.unit == WORKING_DAY)
        assert day >= unmoved[item.code]
    ordered = sorted(NOMINAL, key=lambda code: unmoved[code])
    assert [due[code] for code in ordered] == sorted(due.values())


@MANY
@given(calendars())
def test_no_pause_brings_a_date_forward_and_one_taken_back_leaves_all_as_it_was(
    given_: Any,
) -> None:
    started_on, fte, nation, moves = given_
    paused = days(*given_)
    for left_out in moves.stops:
        fewer = replace(moves, stops=tuple(s for s in moves.stops if s is not left_out))
        before = days(started_on, fte, nation, fewer)
        assert all(before[code] <= paused[code] for code in before)
        again = replace(fewer, stops=(*fewer.stops, left_out))
        assert days(started_on, fte, nation, again) == paused
        last = calendar.last_day(ASYE, started_on, fte, nation, moves)
        assert last >= calendar.last_day(ASYE, started_on, fte, nation, fewer)


@MANY
@given(calendars())
def test_one_date_depends_on_no_other_and_days_away_move_only_what_is_due_in_them(
    given_: Any,
) -> None:
    started_on, fte, nation, moves = given_
    due = days(*given_)
    last = calendar.last_day(ASYE, started_on, fte, nation, moves)
    for item in ASYE.items:
        alone = calendar.due_on(item, started_on, last, fte, nation, moves)
        assert alone == due[item.code]
    at_work = days(started_on, fte, nation, replace(moves, away=()))
    for code, day in at_work.items():
        is_away = any(away.started_on <= day <= away.last_on for away in moves.away)
        assert due[code] >= day
        assert is_away or due[code] == day


@MANY
@given(calendars(), st.integers(-60, 2600))
def test_a_pause_stops_the_weeks_and_an_extension_adds_some(given_: Any, offset: int) -> None:
    started_on, fte, _, moves = given_
    day = started_on + timedelta(days=offset)
    week = calendar.week_of(day, programme=ASYE, started_on=started_on, fte=fte, moves=moves)
    tomorrow = calendar.week_of(
        day + timedelta(days=1), programme=ASYE, started_on=started_on, fte=fte, moves=moves
    )
    assert week.is_before == (day < started_on)
    assert week.is_paused == (moves.stop_on(day) is not None)
    assert week.number is None or 1 <= week.number <= week.of
    if week.number and tomorrow.number:
        assert week.number <= tomorrow.number <= week.number + 1


@given(calendars(), st.integers(0, 300))
def test_without_a_day_of_return_nothing_after_it_is_due_and_naming_one_is_a_pause(
    given_: Any, after: int
) -> None:
    started_on, fte, nation, _ = given_
    first = started_on + timedelta(days=after)
    openly = Moves((Stop(first),))
    assert openly.is_provisional
    for code, day in days(started_on, fte, nation, openly).items():
        assert day < first or day > first + timedelta(days=700), code


def test_four_weeks_of_pause_move_what_comes_after_by_four_weeks() -> None:
    moves = Moves((Stop(date(2026, 9, 7), date(2026, 10, 4)),))
    year = days(START, FULL, "ENG", moves)
    assert year["observation-1"] == date(2026, 8, 21)
    assert year["family-feedback-1"] == date(2026, 9, 4)
    assert year["document-1"] == date(2026, 10, 9)
    assert year["observation-2"] == date(2026, 12, 24)  # 25 December is a bank holiday
    assert calendar.last_day(ASYE, START, FULL, moves=moves) == date(2027, 7, 26)


def test_a_date_before_the_pause_stays() -> None:
    moves = Moves((Stop(date(2026, 9, 7), date(2026, 10, 4)),))
    assert days(START, FULL, "ENG", moves)["agreement"] == date(2026, 7, 10)


def test_an_extension_moves_everything_due_from_its_day_on() -> None:
    moves = Moves(extensions=(Extension(date(2027, 4, 1), 56),))
    year, before = days(START, FULL, "ENG", moves), days(START, FULL, "ENG", UNMOVED)
    assert year["review-6"] == before["review-6"]
    assert year["plan-4"] == date(2027, 8, 13)
    assert calendar.last_day(ASYE, START, FULL, moves=moves) == date(2027, 8, 23)
    week = calendar.week_of(
        date(2027, 8, 23), programme=ASYE, started_on=START, fte=FULL, moves=moves
    )
    assert week.words == "Week 60 of 60"


def test_days_away_move_what_is_due_in_them_to_the_first_day_back() -> None:
    moves = Moves(away=(Stop(date(2026, 11, 23), date(2026, 11, 29)),))
    year, before = days(START, FULL, "ENG", moves), days(START, FULL, "ENG", UNMOVED)
    assert year["observation-2"] == date(2026, 11, 30)
    del year["observation-2"], before["observation-2"]
    assert year == before


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        ("ENG", date(2026, 11, 30)),
        ("WLS", date(2026, 11, 30)),
        ("SCT", date(2026, 11, 27)),  # 30 November, a Monday, is St Andrew's Day
        ("NIR", date(2026, 11, 30)),
    ],
)
def test_bank_holidays_are_those_of_the_nation(nation: str, day: date) -> None:
    assert days(date(2026, 6, 30), FULL, nation, UNMOVED)["observation-2"] == day


def test_the_week_of_a_day_after_a_pause_counts_only_the_days_of_the_year() -> None:
    moves = Moves((Stop(date(2026, 9, 7), date(2026, 10, 4)),))

    def week(day: date) -> str:
        return calendar.week_of(day, programme=ASYE, started_on=START, fte=FULL, moves=moves).words

    assert week(date(2026, 9, 6)) == "Week 10 of 52"
    assert week(date(2026, 9, 20)) == "Paused"
    assert week(date(2026, 10, 5)) == "Week 11 of 52"
    assert week(date(2027, 7, 26)) == "Week 52 of 52"
    assert week(date(2027, 7, 27)) == "After week 52"
