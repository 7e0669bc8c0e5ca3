"""Home says what somebody is to do for people who start, and is silent without it."""

from datetime import date, timedelta

from portal.database import db
from portal.home.cards import starting
from portal.induction import operations, queries
from tests.conftest import TODAY
from tests.factories.induction import an_induction


def test_the_sentence_counts_what_waits_and_what_was_due():
    days = [TODAY - timedelta(days=2), TODAY, TODAY + timedelta(days=3)]
    assert starting.why(days, TODAY) == "3 things within two weeks; 1 was due before today"
    assert starting.why(days[1:2], TODAY) == "1 thing within two weeks"


def test_hr_is_asked_until_it_is_done(browser, cast):
    assert starting.WHAT not in browser(as_=cast.hr).visit("/").text
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2026, 11, 23))
    db.session.commit()
    page = browser(as_=cast.hr).visit("/")
    assert "Nothing needs you today" not in page.text
    assert page.follow(starting.WHAT).heading == "First weeks"
    for task in queries.tasks_of(year):
        if task.owner in {"hr", "it"}:
            operations.record_task(cast.hr, task)
    assert starting.WHAT not in browser(as_=cast.hr).visit("/").text


def test_the_manager_is_not_told_that_nothing_waits_while_a_first_week_does(browser, cast):
    an_induction(cast.nqsw, by=cast.coordinator, started_on=TODAY - timedelta(days=7))
    db.session.commit()
    page = browser(as_=cast.manager).visit("/")
    assert "Nothing needs you today" not in page.text
    assert page.follow(starting.WHAT).heading == "First weeks"


def test_nobody_else_is_asked(browser, cast):
    an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2026, 11, 23))
    db.session.commit()
    for person in (cast.coach, cast.worker, cast.nqsw):
        assert starting.WHAT not in browser(as_=person).visit("/").text
