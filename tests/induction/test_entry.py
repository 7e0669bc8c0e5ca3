"""Entry and holding: on which days a year can start, and an item take place."""

from datetime import date
from decimal import Decimal

import pytest

from portal.induction import entry, holding
from portal.induction.entry import Years
from tests.factories.induction import ASYE

TODAY = date(2026, 11, 26)


def objection(started_on: date, *others: Years, fte: str = "1") -> str:
    return entry.objection(
        "Amira Khan",
        programme=ASYE,
        started_on=started_on,
        fte=Decimal(fte),
        today=TODAY,
        others=others,
    )


def test_nothing_stands_against_a_year_that_began_in_june_or_begins_in_january() -> None:
    assert objection(date(2026, 6, 29)) == ""
    assert objection(date(2027, 1, 4)) == ""


def test_a_second_year_at_the_same_time_is_refused() -> None:
    other = Years(date(2026, 9, 1))
    assert objection(date(2027, 1, 4), other) == (
        "Amira Khan already has an induction year at that time."
    )


def test_a_year_may_follow_one_that_ended_the_day_before() -> None:
    assert objection(date(2026, 6, 29), Years(date(2025, 1, 1), date(2026, 6, 28))) == ""
    assert objection(date(2026, 6, 29), Years(date(2025, 1, 1), date(2026, 6, 29))) != ""


def test_a_year_that_would_be_over_is_refused() -> None:
    assert objection(date(2025, 11, 1)) == (
        "Amira Khan would have started on 1 November 2025 and ended on 31 October 2026. "
        "Choose a later first day."
    )


def test_part_time_years_are_over_later() -> None:
    assert objection(date(2025, 11, 1), fte="0.6") == ""


def test_a_first_day_more_than_a_year_ahead_is_refused() -> None:
    assert "more than a year from now" in objection(date(2028, 1, 3))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, ""),
        (date(2026, 6, 29), ""),
        (date(2026, 11, 27), "This day is still to come"),
        (date(2026, 6, 28), "The induction year starts on 29 June 2026"),
    ],
)
def test_an_item_was_held_between_the_first_day_and_today(day: date, said: str) -> None:
    found = holding.objection_to_holding(day, started_on=date(2026, 6, 29), today=TODAY)
    assert found.startswith(said)
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, ""),
        (date(2027, 6, 28), ""),
        (date(2026, 11, 25), "This day has passed"),
        (date(2029, 1, 1), "Choose a day nearer to the end of the year, 28 June 2027"),
    ],
)
def test_an_item_is_agreed_for_today_or_later(day: date, said: str) -> None:
    found = holding.objection_to_booking(
        day, started_on=date(2026, 6, 29), planned_end_on=date(2027, 6, 28), today=TODAY
    )
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_an_item_of_a_year_to_come_is_not_agreed_for_a_day_before_it() -> None:
    found = holding.objection_to_booking(
        TODAY, started_on=date(2027, 1, 4), planned_end_on=date(2028, 1, 3), today=TODAY
    )
    assert "starts on 4 January 2027" in found
