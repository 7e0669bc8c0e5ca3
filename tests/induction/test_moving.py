"""The calendar that moves: pauses, hours, extensions and days away, over 20,000 calendars."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal import working_days
from portal.induction import calendar, programmes
from portal.induction.moving import UNMOVED, Extension, Hours, Moves, Stop, hours_of, share_on
from portal.induction.programmes.template import WORKING_DAY

ASYE = programmes.pinned("asye-child-and-family", "2026")
START = date(2026, 6, 29)
FULL = Decimal(1)
NATIONS = ("ENG", "WLS", "SCT", "NIR")
MANY = settings(
    max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck), database=None
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
    fte = draw(shares)
    moves = Moves(
        laid(started_on, draw(periods(4))),
        tuple(Extension(started_on + timedelta(days=after), by) for after, by in more),
        laid(started_on, draw(periods(3))),
        hours_of(fte, [on_days(started_on, *each) for each in draw(other_hours)]),
    )
    return started_on, fte, draw(st.sampled_from(NATIONS)), moves


# Up to two changes of hours: days from the start, the new share, and how much later it was settled.
other_hours = st.lists(st.tuples(st.integers(0, 700), shares, st.integers(-60, 200)), max_size=2)


def on_days(started_on: date, after: int, share: Decimal, later: int) -> tuple[date, Decimal, date]:
    first = started_on + timedelta(days=after)
    return first, share, first + timedelta(days=later)


def days(started_on: date, fte: Decimal, nation: str, moves: Moves) -> dict[str, date]:
    dated = calendar.items_of(ASYE, started_on, fte, nation, moves)
    return {one.item.code: one.due_on for one in dated}


NOMINAL = [item.code for item in ASYE.items]
PRO_RATA = [item.code for item in ASYE.items if item.is_pro_rata]


@MANY
@given(calendars())
def test_every_date_is_inside_the_programme_in_order_and_on_a_day_of_work(given_: Any) -> None:
    started_on, fte, nation, moves = given_
    due = days(*given_)
    last = calendar.last_day(ASYE, started_on, fte, nation, moves)
    unmoved = days(started_on, fte, nation, UNMOVED)
    is_longer = all(each.share <= each.was for each in moves.hours)
    for item in ASYE.items:
        day = due[item.code]
        assert working_days.is_working_day(day, nation)
        assert moves.stop_on(day) is None or day > last
        assert started_on <= day
        assert (day > last) == (item.due.unit == WORKING_DAY)
        assert day >= unmoved[item.code] or not is_longer
    for group in (PRO_RATA, [code for code in NOMINAL if code not in PRO_RATA]):
        ordered = sorted(group, key=lambda code: unmoved[code])
        assert [due[code] for code in ordered] == sorted(due[code] for code in group)


# In one pause first other hours began and then an extension: the pause must not turn them about.
BOTH_IN_ONE_PAUSE = Moves(
    stops=(Stop(date(2008, 1, 21), date(2008, 5, 13)),),
    extensions=(Extension(date(2008, 4, 29), 72),),
    hours=(Hours(date(2008, 4, 28), Decimal("0.2"), Decimal("0.71"), date(2008, 4, 30)),),
)


@MANY
@example((date(2008, 1, 1), Decimal("0.2"), "NIR", BOTH_IN_ONE_PAUSE))
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


@MANY
@given(calendars(), other_hours)
def test_other_hours_set_nothing_before_the_day_they_were_settled_and_taken_back_leave_no_trace(
    given_: Any, changed: Any
) -> None:
    started_on, fte, nation, moves = given_
    rows = [on_days(started_on, *each) for each in changed]
    at_work = replace(moves, away=())

    def dated(some: Any) -> dict[str, date]:
        return days(started_on, fte, nation, replace(at_work, hours=hours_of(fte, some)))

    after = dated(rows)
    if not rows:
        return
    _, share, settled_on = latest = max(rows, key=lambda row: row[2])
    before = dated([row for row in rows if row is not latest])
    assert all(after[code] >= min(before[code], settled_on) for code in PRO_RATA)
    assert len(rows) > 1 or share > fte or all(before[code] <= after[code] for code in before)
    long_before = min(row[0] for row in rows) - timedelta(days=14)
    assert all(after[code] == day for code, day in before.items() if day < long_before)
    assert dated(()) == days(started_on, fte, nation, replace(at_work, hours=()))


def test_half_the_hours_from_the_middle_on_take_the_other_half_twice_as_long() -> None:
    half = date(2026, 12, 28)
    moves = Moves(hours=hours_of(FULL, [(half, Decimal("0.5"), half)]))
    year, before = days(START, FULL, "ENG", moves), days(START, FULL, "ENG", UNMOVED)
    assert year["family-feedback-1"] == before["family-feedback-1"]
    assert calendar.last_day(ASYE, START, FULL, moves=moves) == date(2027, 12, 28)
    of = calendar.week_of(half, programme=ASYE, started_on=START, fte=FULL, moves=moves)
    assert of.words == "Week 27 of 78"
    assert share_on(half, FULL, moves.hours) == Decimal("0.5")
    assert share_on(half - timedelta(days=1), FULL, moves.hours) == FULL


def test_more_hours_written_down_late_bring_nothing_before_that_day() -> None:
    long_ago, told_on = date(2026, 9, 1), date(2027, 1, 16)  # a Saturday
    moves = Moves(hours=hours_of(Decimal("0.5"), [(long_ago, FULL, told_on)]))
    before, year = days(START, Decimal("0.5"), "ENG", UNMOVED), days(
        START, Decimal("0.5"), "ENG", moves)  # fmt: skip
    assert all(year[code] == day for code, day in before.items() if day < told_on)
    assert min(day for code, day in year.items() if before[code] > told_on) == date(2027, 1, 18)


def test_the_days_of_a_pause_are_no_longer_for_fewer_hours() -> None:
    pause = Stop(date(2026, 12, 7), date(2027, 1, 3))
    halved = hours_of(FULL, [(date(2026, 12, 20), Decimal("0.5"), date(2026, 12, 1))])
    back = hours_of(FULL, [(date(2027, 1, 4), Decimal("0.5"), date(2026, 12, 1))])
    assert days(START, FULL, "ENG", Moves((pause,), hours=halved)) == days(
        START, FULL, "ENG", Moves((pause,), hours=back)
    )


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
