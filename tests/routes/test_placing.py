"""What stands against a placement, how many days fit, and when a stage lapses."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.routes.placing import (
    Span,
    educator_objection,
    in_words,
    lapses_on,
    monday,
    most_in,
    objection,
    room_between,
    weeks_to_say,
)

pytestmark = pytest.mark.once
ROUTE = Span(date(2026, 5, 11), None)
OCTOBER, MARCH = date(2026, 10, 5), date(2027, 3, 26)


def test_seventy_days_fit_between_october_and_march_beside_a_study_day() -> None:
    assert objection(Span(OCTOBER, MARCH), 70, ROUTE, [], 2, "ENG") is None
    assert room_between(date(2026, 12, 21), date(2026, 12, 31), 2, "ENG") == 5


@pytest.mark.parametrize(
    ("span", "field", "said"),
    [
        (Span(MARCH, OCTOBER), "ended_on", "not before the first"),
        (Span(date(2026, 4, 1), MARCH), "started_on", "The route begins on 11 May 2026"),
        (Span(OCTOBER, date(2026, 11, 27)), "ended_on", "32 days of work in it, and 70"),
        (Span(date(2027, 6, 1), MARCH + timedelta(days=200)), "started_on", "Another placement"),
    ],
)  # fmt: skip
def test_days_that_cannot_be_are_refused_in_words(span: Span, field: str, said: str) -> None:
    others = [Span(date(2027, 6, 30), date(2027, 12, 31))]
    found = objection(span, 70, ROUTE, others, 2, "ENG")
    assert found is not None
    assert found[0] == field
    assert said in found[1]


def test_a_stage_has_to_be_current_on_the_first_day_and_its_lapse_is_said() -> None:
    assert "not on record" in educator_objection([], OCTOBER)
    assert "not current" in educator_objection([Span(date(2020, 1, 1), date(2026, 10, 4))], OCTOBER)
    stage = [Span(date(2020, 1, 1), date(2026, 12, 31))]
    assert educator_objection(stage, OCTOBER) == ""
    assert lapses_on(stage, OCTOBER, MARCH) == date(2026, 12, 31)
    assert lapses_on([*stage, Span(date(2026, 1, 1), None)], OCTOBER, MARCH) is None


def test_weeks_that_nobody_said_anything_of_are_asked_for_oldest_first() -> None:
    found = weeks_to_say(Span(date(2026, 11, 4), MARCH), [date(2026, 11, 9)], date(2026, 11, 26))
    assert found == [date(2026, 11, 2), date(2026, 11, 16), date(2026, 11, 23)]
    assert most_in(date(2026, 11, 2), Span(date(2026, 11, 4), MARCH), 2, "ENG") == 2
    assert in_words(42, 38, 70) == "42 of 70 days done, 38 confirmed"


days = st.integers(0, 700).map(lambda n: date(2026, 5, 11) + timedelta(days=n))


@given(days, days, st.none() | st.integers(0, 4))
def test_the_weeks_of_a_placement_have_together_as_much_room_as_the_whole(
    first: date, last: date, weekday: int | None
) -> None:
    first, last = sorted((first, last))
    span = Span(first, last)
    weeks = weeks_to_say(span, [], date(2030, 1, 1))
    assert weeks[0] == monday(first)
    assert weeks == sorted(set(weeks))
    together = sum(most_in(week, span, weekday, "ENG") for week in weeks)
    assert together == room_between(first, last, weekday, "ENG")
