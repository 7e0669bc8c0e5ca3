"""The first day of a year was typed wrongly: it is put right, and what is still to come follows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import changing, operations, policies, queries
from portal.induction.changing import Bounds
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction
from portal.induction.moving import Stop
from portal.notices.models import Notice
from portal.people.models import RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import START, an_induction, item_of

Open = Callable[..., Browser]
TODAY, RIGHT = date(2026, 11, 26), date(2026, 8, 3)
YEAR = Bounds(START, date(2027, 6, 28))


@pytest.fixture
def year(cast: Cast) -> Induction:
    made = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.commit()
    return made


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (START, "starts on 29 June 2026 already"),
        (TODAY + timedelta(days=367), "more than a year from now"),
        (date(2026, 11, 9), "counts from 2 November 2026. Write that day or an earlier one"),
        (date(2026, 7, 20), "recorded or agreed for 9 July 2026. Write that day or an earlier"),
    ],
)
def test_a_first_day_that_cannot_be_is_refused_with_a_sentence(first: date, words: str) -> None:
    kept = [date(2026, 7, 9)] if first.month == 7 else []
    stopped = Bounds(START, YEAR.planned_end_on, (Stop(date(2026, 11, 2), date(2026, 11, 8)),))
    said = changing.objection_to_first_day(
        first, stopped, kept=kept, last_on=first + timedelta(days=364), today=TODAY
    )
    assert words in said


def test_a_year_that_would_be_over_is_refused() -> None:
    last = date(2026, 11, 25)
    said = changing.objection_to_first_day(START, YEAR, kept=[], last_on=last, today=TODAY)
    assert "already" in said
    early = date(2025, 11, 26)
    said = changing.objection_to_first_day(early, YEAR, kept=[], last_on=last, today=TODAY)
    assert "would have ended on 25 November 2026" in said


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.dates(date(2025, 1, 1), TODAY))
def test_nothing_becomes_late_by_another_first_day(was: date, becomes: date) -> None:
    said = changing.earlier_with("", was, becomes, today=TODAY, taken_on_on=None)
    is_asked_for_late = becomes < TODAY and said == ""
    assert not is_asked_for_late or was < TODAY


def test_all_that_is_to_come_follows_a_later_day(cast: Cast, year: Induction) -> None:
    other = an_induction(cast.worker, by=cast.coordinator, started_on=RIGHT)
    operations.correct_first_day(cast.coordinator, year, RIGHT)
    assert year.started_on == RIGHT
    assert year.planned_end_on == other.planned_end_on
    assert {i.code: i.due_on for i in queries.items_of(year)} == {
        i.code: i.due_on for i in queries.items_of(other)
    }
    due = {each.key: each.due_on for each in queries.tasks_of(other)}
    assert {each.key: each.due_on for each in queries.tasks_of(year)} == due
    assert due


def test_it_costs_as_many_statements_for_a_long_year_as_for_a_short_one(
    cast: Cast, year: Induction, statements: list[str]
) -> None:
    operations.correct_first_day(cast.coordinator, year, START + timedelta(days=7))
    db.session.flush()
    written = [each for each in statements if "induction_item SET" in each]
    assert len(written) == 1


def test_a_year_typed_twelve_months_late_is_known_from_today(cast: Cast) -> None:
    typed = date(2027, 6, 29)
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=typed)
    operations.correct_first_day(cast.coordinator, year, START)
    assert year.taken_on_on == clock.today()
    past = [item for item in queries.items_of(year) if item.due_on < clock.today()]
    assert past
    assert {item.earlier for item in past} == {"not known"}
    assert year.next_on >= clock.today()
    assert not any(t.is_known for t in queries.tasks_of(year) if t.due_on < clock.today())
    held = db.session.query(RoleHeld).filter_by(person_id=cast.nqsw.id, role="nqsw").all()
    assert any(each.covers(clock.today()) for each in held)


def test_what_is_done_keeps_its_day(cast: Cast, year: Induction) -> None:
    held = item_of(year, "agreement")
    operations.record_item_held(cast.assessor, held, date(2026, 8, 10))
    task = queries.tasks_of(year)[0]
    operations.record_task(cast.coordinator, task)
    due = task.due_on
    operations.correct_first_day(cast.coordinator, year, RIGHT)
    assert (item_of(year, "agreement").held_on, task.due_on) == (date(2026, 8, 10), due)


def test_those_who_accompany_it_are_told_and_the_trail_has_both_days(
    cast: Cast, year: Induction
) -> None:
    operations.correct_first_day(cast.coordinator, year, RIGHT)
    told = db.session.query(Notice).filter(Notice.text.contains("right: it is Monday 3 August"))
    assert {each.person_id for each in told} == {cast.nqsw.id, cast.assessor.id, cast.manager.id}
    entry = db.session.query(AuditEntry).filter_by(action="induction.first_day_corrected").one()
    assert entry.particulars == {"was": "2026-06-29", "becomes": "2026-08-03"}


def test_a_change_that_waits_stands_against_it(cast: Cast, year: Induction) -> None:
    operations.propose_change(
        cast.nqsw, year, kind="pause", reason="sickness", started_on=date(2026, 12, 7)
    )
    with pytest.raises(NotPossibleError, match="waits to be agreed"):
        operations.correct_first_day(cast.coordinator, year, RIGHT)


def test_only_a_coordinator_puts_it_right(cast: Cast, year: Induction) -> None:
    people = (cast.nqsw, cast.assessor, cast.manager, cast.hr, cast.coordinator)
    allowed = [each for each in people if policies.correct_first_day(each, year)]
    assert allowed == [cast.coordinator]


def test_the_new_dates_are_shown_before_they_are_saved(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/calendar")
    page.follow("Put the first day right").submit("Show the new calendar", first_day="3/8/2026")
    assert "Nothing is saved yet" in page.text
    assert "it is Monday 2 August 2027" in page.text
    page.submit("Save this day", first_day="4/8/2026")
    assert "Nothing is saved yet" in page.text  # another day than the one shown
    page.submit("Save this day")
    assert "The first day is Tuesday 4 August 2026 now" in page.text
    page.visit(f"/inductions/{year.id}/first-day").submit(
        "Show the new calendar", first_day="1/1/2020"
    )
    assert page.status == 422
    assert "Write a later day" in page.text


def test_the_look_ahead_says_what_nobody_would_be_asked_for(browser: Open, cast: Cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2026, 11, 2))
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/first-day")
    page.submit("Show the new calendar", first_day="29/6/2026")
    assert "so it is “not known” and asked of nobody" in page.text
