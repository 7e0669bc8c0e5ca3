"""The rules of a progression, by hand-worked examples and for any days and panels."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.progression import dates, letters, scoring
from portal.pathways.progression.dates import Sitting
from portal.pathways.progression.scoring import Table

pytestmark = pytest.mark.once
DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))
PEOPLE = st.frozensets(st.integers(1, 25).map(lambda n: UUID(int=n)))


def test_the_last_day_still_counts_and_the_next_is_late():
    sitting = Sitting(date(2026, 12, 17), date(2026, 12, 3), places=2, taken=1)
    assert dates.objection(sitting, date(2026, 12, 3)) == ""
    assert dates.objection(sitting, date(2026, 12, 4)) == "late"


def test_a_full_panel_says_so_and_the_next_with_a_place_is_offered():
    full = Sitting(date(2026, 12, 17), date(2026, 12, 3), places=2, taken=2)
    later = Sitting(date(2027, 6, 17), date(2027, 6, 3), places=2, taken=0)
    following = Sitting(date(2027, 3, 18), date(2027, 3, 4), places=2, taken=1)
    assert dates.objection(full, date(2026, 11, 26)) == "full"
    assert dates.next_open([later, full, following], date(2026, 11, 26)) == following


def test_a_manager_has_ten_working_days_without_the_bank_holidays():
    assert dates.manager_by(date(2026, 11, 26), date(2027, 1, 20)) == date(2026, 12, 10)
    assert dates.manager_by(date(2026, 12, 21), date(2027, 1, 20)) == date(2027, 1, 7)


def test_a_manager_has_until_the_working_day_before_the_panel_where_that_is_sooner():
    assert dates.manager_by(date(2026, 12, 3), date(2026, 12, 14)) == date(2026, 12, 11)


@given(DAYS, st.integers(1, 90))
def test_the_managers_day_lies_between_the_sending_and_the_panel(sent_on, ahead):
    meets_on = sent_on + timedelta(days=ahead)
    assert sent_on <= dates.manager_by(sent_on, meets_on) < meets_on


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("panel", date(2026, 12, 17)),
        ("sending", date(2026, 11, 26)),
        ("next month", date(2027, 1, 1)),
    ],
)
def test_pay_counts_by_the_employers_rule(rule, day):
    days = {"meets_on": date(2026, 12, 17), "sent_on": date(2026, 11, 26)}
    assert dates.paid_from(rule, **days) == day


@given(DAYS)
def test_the_first_of_the_next_month_is_a_first_and_within_31_days(meets_on):
    day = dates.paid_from("next month", meets_on=meets_on, sent_on=meets_on)
    assert day.day == 1
    assert timedelta(0) < day - meets_on <= timedelta(days=31)


def test_an_appeal_stands_open_for_ten_working_days():
    assert dates.appeal_by(date(2026, 12, 17)) == date(2027, 1, 5)


def test_days_of_a_panel_that_cannot_be_are_refused_in_words():
    today = date(2026, 11, 26)
    assert "to come" in dates.panel_objection(today, date(2026, 11, 20), today)
    assert "before the panel" in dates.panel_objection(date(2026, 12, 1), date(2026, 12, 1), today)
    assert dates.panel_objection(date(2026, 12, 17), date(2026, 12, 3), today) == ""


ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))


def test_scores_open_when_the_last_member_without_a_conflict_has_handed_in():
    members = frozenset({ONE, TWO, THREE})
    table = Table(members, frozenset({THREE}), frozenset({ONE}), quorum=2)
    assert not table.is_open
    assert table.still_out == {TWO}
    assert Table(members, frozenset({THREE}), frozenset({ONE, TWO}), quorum=2).is_open


def test_the_chair_cannot_close_below_the_quorum():
    members = frozenset({ONE, TWO, THREE})
    assert not Table(members, frozenset(), frozenset({ONE}), quorum=2).can_be_closed
    assert Table(members, frozenset(), frozenset({ONE, TWO}), quorum=2).can_be_closed


def test_a_panel_on_which_nobody_may_score_never_opens():
    assert not Table(frozenset({ONE}), frozenset({ONE}), frozenset({ONE}), quorum=1).is_open


@given(PEOPLE, PEOPLE, PEOPLE)
def test_scores_are_never_open_while_a_score_is_out(members, conflicted, handed_in):
    table = Table(members, conflicted, handed_in, quorum=1)
    assert not (table.is_open and table.still_out)
    assert table.counted <= members - conflicted


def test_what_members_see_differently_comes_first():
    rows = scoring.side_by_side(["a", "b", "c"], [{"a": 2, "b": 3, "c": 1}, {"a": 2, "b": 0}])
    assert [(row.key, row.scores) for row in rows] == [
        ("b", (3, 0)),
        ("a", (2, 2)),
        ("c", (1, None)),
    ]
    assert [row.agreed for row in rows] == [None, 2, 1]


def test_who_manages_the_applicant_can_never_score_whatever_they_declare():
    said = scoring.may_not_score(ONE, applicant=TWO, managers={ONE}, declared=())
    assert said == "manages the applicant"
    assert scoring.may_not_score(ONE, applicant=ONE, managers=(), declared=()) == "is the applicant"
    assert scoring.may_not_score(ONE, applicant=TWO, managers={THREE}, declared=()) == ""


@pytest.mark.parametrize("decision", sorted(letters.DECISIONS))
def test_every_letter_that_ships_could_be_approved(decision):
    assert letters.faults(decision, letters.SHIPPED[decision]) == []


def test_a_text_with_an_unknown_or_a_missing_blank_is_refused_in_words():
    said = letters.faults("not yet", "Dear {nmae}, {place} {reason} {feedback} {appeal_by} {")
    assert said[0] == "There is no blank called {nmae}"
    assert "Put {name} where the applicant's name is to stand" in said
    assert "A brace stands alone: a blank is written {name}" in said


def test_braces_in_what_is_filled_in_stay_as_typed():
    assert letters.fill("Dear {name}", {"name": "{reason}"}) == "Dear {reason}"
