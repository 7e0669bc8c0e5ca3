"""What comes next for a pair, and who hears when it has been quiet for longer than agreed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mentoring import rhythm
from portal.mentoring.when import Span
from portal.period import covers

TODAY = date(2026, 11, 26)
START = date(2026, 4, 1)
DAY = timedelta(days=1)

days = st.integers(0, 250).map(lambda number: START + timedelta(days=number))
spans = st.builds(
    lambda first, length: Span(first, None if length > 40 else first + timedelta(days=length)),
    days,
    st.integers(0, 45),
)
pairs = st.builds(
    rhythm.Pair,
    since_on=st.just(START),
    weeks=st.integers(1, 26),
    more=st.integers(1, 12),
    stops=st.lists(spans, max_size=4).map(tuple),
)


def test_a_pair_that_never_met_arranges_a_first_session() -> None:
    assert rhythm.next_step(None, START, TODAY) == rhythm.Step("Arrange a first session", True)


def test_a_pair_that_starts_later_owes_nothing() -> None:
    assert not rhythm.next_step(None, TODAY + DAY, TODAY).is_due


@given(st.integers(1, 26), st.integers(0, 300))
def test_the_next_session_is_due_once_the_agreed_weeks_are_over(weeks: int, since: int) -> None:
    step = rhythm.next_step(TODAY - timedelta(days=since), START, TODAY, weeks)
    assert step.is_due == (since >= weeks * 7)
    assert step.words.startswith("Arrange the next session: met " if step.is_due else "Nothing")


@pytest.mark.parametrize(
    ("next_on", "step"),
    [
        (TODAY, rhythm.Step("Meet today", False)),
        (date(2026, 12, 3), rhythm.Step("Meet on 3 December 2026", False)),
        (
            date(2026, 11, 20),
            rhythm.Step("Planned for 20 November 2026: log it or move it", True),
        ),
    ],
    ids=["today", "ahead", "past"],
)
def test_a_planned_session_goes_before_the_rhythm(next_on: date, step: rhythm.Step) -> None:
    assert rhythm.next_step(START, START, TODAY, 4, next_on) == step
    assert rhythm.due_on(START, START, 4, next_on) == next_on


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "met today"),
        (1, "met yesterday"),
        (2, "met 2 days ago"),
        (13, "met 13 days ago"),
        (14, "met 2 weeks ago"),
        (41, "met 5 weeks ago"),
    ],
)
def test_the_time_since_is_said_plainly(number: int, words: str) -> None:
    assert rhythm.ago(timedelta(days=number)) == words


@given(days, days, st.lists(spans, max_size=5))
def test_the_days_that_count_are_those_that_no_stop_covers(
    since: date, until: date, stops: list[Span]
) -> None:
    after = (since + timedelta(days=n) for n in range(1, (until - since).days + 1))
    free = [day for day in after if not any(covers(stop, day) for stop in stops)]
    assert rhythm.days_counted(since, until, stops) == len(free)


@given(pairs, days, spans)
def test_another_day_away_never_lets_anybody_hear_sooner(
    pair: rhythm.Pair, day: date, more: Span
) -> None:
    longer = replace(pair, stops=(*pair.stops, more))
    if rhythm.who_hears(pair, day) == rhythm.NOBODY:
        assert rhythm.who_hears(longer, day) == rhythm.NOBODY


@given(pairs, days)
def test_nobody_hears_on_a_day_that_does_not_count(pair: rhythm.Pair, day: date) -> None:
    paused = replace(pair, stops=(*pair.stops, Span(day, day)))
    assert rhythm.who_hears(paused, day) == rhythm.NOBODY


@given(pairs, days, st.integers(0, 60))
def test_nobody_hears_while_a_day_is_agreed(pair: rhythm.Pair, day: date, ahead: int) -> None:
    arranged = replace(pair, next_on=day + timedelta(days=ahead))
    assert rhythm.who_hears(arranged, day) == rhythm.NOBODY


@given(pairs)
def test_told_daily_the_two_hear_once_and_first_and_the_coordinator_once_after_the_gap(
    pair: rhythm.Pair,
) -> None:
    heard: list[tuple[str, date]] = []
    for number in range(400):
        day = START + timedelta(days=number)
        who = rhythm.who_hears(pair, day)
        if who == rhythm.PAIR:
            pair = replace(pair, told_on=day)
        elif who == rhythm.COORDINATOR:
            pair = replace(pair, coordinator_told_on=day)
        heard += [(who, day)] if who != rhythm.NOBODY else []
    assert [who for who, _ in heard] in ([], [rhythm.PAIR], [rhythm.PAIR, rhythm.COORDINATOR])
    gaps = [pair.weeks * 7, pair.more * 7]
    since = [START, *(day for _, day in heard)]
    for gap, first, (_, day) in zip(gaps, since, heard, strict=False):
        assert rhythm.days_counted(first, day, pair.stops) >= gap
    if not pair.stops:
        assert [day - START for _, day in heard] == [
            timedelta(days=pair.weeks * 7 + 1), timedelta(days=(pair.weeks + pair.more) * 7 + 1)
        ]  # fmt: skip
