"""Where somebody stands on a route, and when they study: worked by hand, and for any route."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.induction.forecast import Terms
from portal.induction.moving import Moves, Stop
from portal.induction.programmes import FaultyProgrammeError
from portal.routes import catalogue, study
from portal.routes.standing import Standing, objection

APPRENTICESHIP = catalogue.pinned("degree-apprenticeship", "2026")
START, TODAY = date(2026, 5, 11), date(2026, 11, 26)
WEDNESDAY = 2
DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))


def standing(today=TODAY, moves=None, fte="1", held=None, **facts) -> Standing:
    terms = Terms(APPRENTICESHIP.programme, START, Decimal(fte), "ENG", moves or Moves())
    return Standing(terms, WEDNESDAY, held or {}, today, **facts)


def test_the_first_sentence_is_the_month_and_the_next_study_day():
    """From Monday 11 May, the seventh month begins on 11 November; Wednesday is 2 December."""
    lead = standing().lead
    assert lead.startswith("Month 7 of 36. Next study day: Wednesday 2 December 2026. Next comes: ")


@pytest.mark.parametrize(
    ("day", "month"),
    [(date(2026, 5, 10), 0), (START, 1), (date(2026, 6, 10), 1), (date(2026, 6, 11), 2),
     (date(2029, 5, 10), 36), (date(2029, 12, 1), 36)],
)  # fmt: skip
def test_months_are_counted_from_the_first_day(day, month):
    assert standing(day).month == (month, 36)


def test_a_pause_moves_what_is_due_after_it_and_counts_in_no_month():
    """September away: 30 days. The end moves from 10 May 2029 to 9 June, a Saturday, so Friday."""
    paused = standing(moves=Moves((Stop(date(2026, 9, 1), date(2026, 9, 30)),)))
    before = {each.code: each.due_on for each in standing().steps}
    assert all(each.due_on >= before[each.code] for each in paused.steps)
    assert paused.month == (6, 36)
    assert paused.steps[0].due_on == before["agreement"]
    assert (paused.terms.last_on - standing().terms.last_on).days in (29, 30, 31)


def test_without_a_day_of_return_no_day_is_invented():
    paused = standing(moves=Moves((Stop(date(2026, 11, 2)),)))
    assert paused.last_on is None
    assert paused.study_days == []
    assert paused.where == "The route is paused since Monday 2 November 2026."
    assert "follows when the pause ends" in paused.next_words


def test_part_time_takes_longer_in_proportion():
    """At 0.6 the 36 months take 60: from 11 May 2026 to 10 May 2031."""
    part_time = standing(fte="0.6")
    assert part_time.terms.last_on == date(2031, 5, 10)
    assert part_time.month == (7, 60)


def test_a_route_that_ended_asks_for_nothing():
    over = standing(ended_on=date(2026, 10, 30), ended_as="completed")
    assert over.lead == "The route is completed: its last day is Friday 30 October 2026."
    assert over.was_due == over.ahead == over.study_days == []


def test_no_study_day_falls_on_a_bank_holiday_or_into_leave():
    """Mondays round Easter 2027: the 29th of March is a bank holiday, the 12th of April leave."""
    leave = (Stop(date(2027, 4, 12), date(2027, 4, 16)),)
    found = study.study_days(0, date(2027, 3, 22), date(2027, 4, 20), away=leave)
    assert list(found) == [date(2027, 3, 22), date(2027, 4, 5), date(2027, 4, 19)]


@given(weekday=st.integers(0, 4), first=DAYS, length=st.integers(0, 300), gone=DAYS)
def test_study_days_are_of_one_weekday_between_the_two_days_and_never_on_leave(
    weekday, first, length, gone
):
    last, leave = first + timedelta(length), Stop(gone, gone + timedelta(13))
    found = list(study.study_days(weekday, first, last, away=(leave,)))
    assert found == sorted(set(found))
    for day in found:
        assert first <= day <= last
        assert day.weekday() == weekday
        assert not gone <= day <= gone + timedelta(13)
    without = list(study.study_days(weekday, first, last))
    assert set(found) <= set(without)
    assert len(without) - len(found) <= 2  # two weeks of leave take two at most


@given(today=DAYS, first=st.integers(1, 900), length=st.integers(0, 200))
def test_a_pause_brings_nothing_forward_and_no_month_is_past_the_last(today, first, length):
    stop = Stop(START + timedelta(first), START + timedelta(first + length))
    plain, paused = standing(today), standing(today, Moves((stop,)))
    before = {each.code: each.due_on for each in plain.steps}
    assert all(each.due_on >= before[each.code] for each in paused.steps)
    number, of = paused.month
    assert 0 <= number <= of
    assert number <= max(plain.month[0], 0) or plain.month[0] == plain.month[1]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (START, None, "after the first day"),
        (date(2026, 9, 2), date(2026, 9, 1), "not before its first"),
        (date(2026, 7, 10), date(2026, 7, 20), "Another pause"),
        (date(2026, 6, 1), None, "Another pause"),
        (date(2026, 8, 1), None, ""),
    ],
)
def test_a_pause_that_cannot_be_is_refused_in_words(first, last, said):
    pauses = [(date(2026, 7, 1), date(2026, 7, 15))]
    answer = objection(started_on=START, ended_on=None, pauses=pauses, first=first, last=last)
    assert said in answer
    assert bool(said) == bool(answer)


def test_a_file_that_does_not_hold_together_is_refused_with_its_place():
    text = (catalogue.FOLDER / "degree-apprenticeship.toml").read_text("utf-8")
    for was, becomes, said in (
        ('owner = "both"', 'owner = "nqsw"', "the owner must be one of person, both, manager"),
        ('code = "review-2"', 'code = "review-1"', "used twice"),
        ("days_a_week = 1", "days_a_week = 6", "0 to 5"),
        ("days = 70", "days = 0", "at least a day"),
        ('kind = "first"', 'kind = "middle"', "the kind must be one of"),
    ):
        with pytest.raises(FaultyProgrammeError, match=said):
            catalogue.read(text.replace(was, becomes, 1), "planted.toml")
    with pytest.raises(FaultyProgrammeError, match="not TOML"):
        catalogue.read("= 3", "planted.toml")


def test_every_route_that_ships_asks_for_the_days_of_placement_that_the_standards_ask():
    assert [(each.kind, each.days) for each in APPRENTICESHIP.placements] == [
        ("first", 70), ("last", 100)
    ]  # fmt: skip
    assert {each.key for each in catalogue.every()} == {"degree-apprenticeship", "first-step"}
