"""Within which days supervision is promised: in order, without a gap, moved by pauses."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.induction import calendar
from portal.induction.moving import Moves, Stop
from portal.induction.programmes.template import Rhythm, Span
from portal.induction.promises.windows import supervision_windows
from tests.factories.induction import ASYE

RHYTHMS = (
    Rhythm(Span(1, "week"), Span(6, "week")),
    Rhythm(Span(2, "week"), Span(6, "month")),
    Rhythm(Span(1, "month"), Span(12, "month")),
)
DAY = timedelta(days=1)
starts = st.dates(date(2008, 1, 1), date(2040, 12, 31))
shares = st.integers(20, 100).map(lambda n: Decimal(n) / 100)


def windows(started_on, fte=Decimal(1), stops=(), rhythms=RHYTHMS):
    moves = Moves(stops=tuple(stops))
    last = calendar.last_day(ASYE, started_on, fte, moves=moves)
    return supervision_windows(
        rhythms, started_on=started_on, share=Fraction(fte), last_on=last, moves=moves
    )


@given(starts)
def test_a_full_time_year_has_twenty_two(started_on):
    assert len(windows(started_on)) == 22


@given(starts, shares)
def test_part_time_people_have_as_many_over_a_longer_year(started_on, fte):
    assert len(windows(started_on, fte)) == 22


def test_the_first_six_are_weeks_and_the_last_six_are_months():
    found = windows(date(2026, 6, 29))
    assert [(w.due_on - w.from_on).days + 1 for w in found[:6]] == [7] * 6
    assert [(w.due_on - w.from_on).days + 1 for w in found[6:15]] == [14] * 9
    assert found[15].due_on == date(2026, 12, 28)
    assert found[-1].due_on == date(2027, 6, 28)


@st.composite
def paused_years(draw):
    started_on = draw(starts)
    stops, day = [], started_on
    for _ in range(draw(st.integers(0, 4))):
        first = day + timedelta(days=draw(st.integers(0, 120)))
        last = first + timedelta(days=draw(st.integers(0, 90)))
        stops.append(Stop(first, last))
        day = last + 2 * DAY
    return started_on, draw(shares), stops


@settings(max_examples=2000)
@given(paused_years())
def test_windows_follow_each_other_and_none_ends_in_a_pause(year):
    started_on, fte, stops = year
    found = windows(started_on, fte, stops)
    assert all(w.from_on <= w.due_on for w in found)
    assert all(one.due_on < other.from_on for one, other in pairwise(found))
    for window in found[:-1]:
        assert not any(stop.started_on <= window.due_on <= stop.last_on for stop in stops)


@settings(max_examples=1000)
@given(paused_years())
def test_a_pause_brings_nothing_forward_and_leaves_nothing_out(year):
    started_on, fte, stops = year
    before, after = windows(started_on, fte), windows(started_on, fte, stops)
    assert len(after) == len(before)
    assert all(w.due_on <= v.due_on for w, v in zip(before, after, strict=True))


@settings(max_examples=300)
@given(paused_years(), st.integers(0, 900))
def test_a_pause_without_a_day_of_return_comes_to_an_end_of_its_own(year, later):
    started_on, fte, stops = year
    begins = max([started_on, *(stop.last_on for stop in stops)]) + (later + 1) * DAY
    found = windows(started_on, fte, [*stops, Stop(begins, None)])
    assert all(one.due_on < other.from_on for one, other in pairwise(found))


def test_after_the_last_phase_an_extended_year_goes_on_as_it_was():
    found = supervision_windows(
        RHYTHMS, started_on=date(2026, 6, 29), share=Fraction(1), last_on=date(2027, 9, 28)
    )
    assert len(found) == 25
    assert found[-1].due_on == date(2027, 9, 28)


def test_a_programme_without_a_rhythm_promises_none():
    assert windows(date(2026, 6, 29), rhythms=()) == []
