"""When a consultant can be booked: slots of one day that never overlap."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal.support import kinds, slots
from portal.support.slots import When

TODAY, NINE = date(2026, 11, 26), time(9)
THURSDAY = When(date(2026, 12, 3), time(14), 30)


@dataclass
class Away:
    started_on: date
    ended_on: date | None = None


def test_a_slot_says_its_day_and_both_its_times() -> None:
    assert THURSDAY.words == "Thursday 3 December 2026, 14:00 to 14:30"


def test_one_that_begins_as_the_other_ends_shares_nothing_with_it() -> None:
    after = When(THURSDAY.day, time(14, 30), 30)
    assert not THURSDAY.overlaps(after)
    assert not after.overlaps(THURSDAY)
    assert THURSDAY.overlaps(When(THURSDAY.day, time(14, 15), 15))
    assert not THURSDAY.overlaps(When(THURSDAY.day + timedelta(1), time(14), 30))


@given(
    some.lists(
        some.tuples(some.integers(0, 3), some.integers(0, 95), some.sampled_from(slots.LENGTHS)),
        max_size=12,
    )
)
def test_slots_that_nothing_stands_against_never_share_a_minute(asked) -> None:
    kept: list[When] = []
    for day, quarter, minutes in asked:
        when = When(
            date(2026, 11, 30) + timedelta(day), time(quarter // 4, quarter % 4 * 15), minutes
        )
        if slots.objection(when, kept, (), TODAY, NINE, "ENG") is None:
            kept.append(when)
    taken = [(each.day, minute) for each in kept for minute in range(each.first, each.last)]
    assert len(taken) == len(set(taken))
    assert all(each.last <= slots.A_DAY for each in kept)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(TODAY, time(9), 30), "This time has passed"),
        (When(date(2026, 11, 25), time(14), 30), "This time has passed"),
        (When(date(2027, 7, 1), time(14), 30), "more than half a year away"),
        (When(date(2026, 12, 4), time(23, 45), 30), "end on the day after"),
        (When(date(2026, 12, 5), time(14), 30), "Saturday 5 December 2026 is no working day"),
        (When(date(2026, 12, 25), time(14), 30), "is no working day"),
        (When(date(2026, 12, 9), time(14), 30), "You are away on Wednesday 9 December 2026"),
        (When(date(2026, 12, 3), time(14, 15), 30), "You have a slot then already: Thursday"),
    ],
)
def test_what_stands_against_a_slot_is_said(when: When, said: str) -> None:
    away = [Away(date(2026, 12, 8), date(2026, 12, 10))]
    found = slots.objection(when, [THURSDAY], away, TODAY, NINE, "ENG")
    assert said in (found or "")


def test_days_away_without_an_end_go_on() -> None:
    assert slots.objection(THURSDAY, (), [Away(TODAY)], TODAY, NINE, "ENG")
    assert slots.objection(THURSDAY, (), (), TODAY, NINE, "ENG") is None


def test_the_same_slot_every_week() -> None:
    four = slots.weekly(THURSDAY, 4)
    assert [each.day.day for each in four] == [3, 10, 17, 24]
    assert {each.start for each in four} == {time(14)}


def test_kinds_and_urgencies_are_data_that_is_checked() -> None:
    assert list(kinds.URGENCIES) == ["today", "two-days", "five-days"]
    assert kinds.label_of("court-work") == "Court work"
    assert kinds.label_of("gone-by-now") == "Gone by now"
    assert kinds.KINDS["court-work"].in_a_sentence == "court work"
    text = (Path(kinds.__file__).parent / "kinds.toml").read_text("utf-8")
    for broken, of in (
        (text.replace('"placements"', '"court-work"'), "twice"),
        (text.replace('"Court work"', '" "'), "without words"),
        (text.replace("working_days = 0", "working_days = -1"), "0 or more"),
    ):
        with pytest.raises(ValueError, match=of):
            kinds.read(broken)
