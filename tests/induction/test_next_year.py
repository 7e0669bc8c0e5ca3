"""After month twelve nothing ends: the plan stays open, and a next programme can be asked for."""

from datetime import date

import pytest

from portal.clock import set_to
from portal.database import db
from portal.induction import operations, policies, programmes, queries
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.induction import an_induction

LATER = programmes.pinned("early-professional-development", "2026")
LAST = date(2026, 11, 20)


def a_year_that_is_over(cast: Cast):
    with set_to(day=date(2025, 11, 24)):
        year = an_induction(
            cast.nqsw, by=cast.coordinator, assessor=cast.assessor, started_on=date(2025, 11, 24)
        )
    db.session.commit()
    return year


def test_my_year_leads_to_what_comes_next_and_the_coordinator_is_asked(browser, cast) -> None:
    year = a_year_that_is_over(cast)
    page = browser(as_=cast.nqsw).visit("/my-year").follow("What comes next")
    assert "Nothing here closes with it" in page.text
    assert "Development plan for the next year is not written yet" in page.text
    page.submit("Ask to go on", programme="early-professional-development 2026")
    assert "You asked on 26 November 2026 to go on" in page.text
    told = [
        notice.person_id for notice in db.session.query(Notice) if "asks to go on" in notice.text
    ]
    assert told == [cast.coordinator.id]
    read = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/next-year")
    assert "First end this year" in read.text
    year.ended_on = LAST
    db.session.commit()
    enrolling = read.visit(read.url).follow("Enrol Amira Khan")
    assert "early-professional-development" in enrolling.url


def test_asking_twice_asks_once(cast: Cast) -> None:
    year = a_year_that_is_over(cast)
    first = operations.ask_for_next(cast.nqsw, year, LATER)
    assert operations.ask_for_next(cast.nqsw, year, LATER) is first
    assert db.session.query(Notice).filter(Notice.text.contains("asks to go on")).count() == 1


def test_after_the_year_the_next_one_is_begun_and_the_first_stays_readable(browser, cast) -> None:
    year = a_year_that_is_over(cast)
    year.ended_on = LAST
    an_induction(cast.nqsw, by=cast.coordinator, programme=LATER, started_on=date(2026, 11, 23))
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert "After" not in page.text.split("My year")[0]
    page.visit(f"/inductions/{year.id}/next-year")
    assert "You are in the next programme already." in page.text
    assert page.follow("Assessed and supported year in employment").status == 200
    assert len(queries.years_of(cast.nqsw.id)) == 2


@pytest.mark.parametrize("who", ["assessor", "manager", "coach", "hr", "panel"])
def test_nobody_else_is_asked(cast: Cast, who: str) -> None:
    year = a_year_that_is_over(cast)
    assert not policies.next_year(getattr(cast, who), year)
    assert not policies.ask_for_next(cast.coordinator, year)


def test_it_is_no_page_while_the_year_has_months_to_go(cast: Cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator)
    assert not policies.next_year(cast.nqsw, year)


def test_the_first_plan_of_the_next_programme_begins_with_the_last_one_written(
    browser, cast
) -> None:
    year = a_year_that_is_over(cast)
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/next-year").submit("Write it")
    page.submit("Save", text="Court work, and a mentor for it.")
    assert "Go on writing it" in page.visit(f"/inductions/{year.id}/next-year").text
    read = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/next-year")
    assert "Go on writing it" not in read.text
    year.ended_on = LAST
    an_induction(cast.nqsw, by=cast.coordinator, programme=LATER, started_on=date(2026, 11, 23))
    db.session.commit()
    later = queries.own_induction(cast.nqsw)
    first, second = [item for item in queries.items_of(later) if item.kind == "plan"][:2]
    assert queries.plan_to_go_on_with(first) == "Court work, and a mentor for it."
    assert queries.plan_to_go_on_with(second) == ""
    page.visit("/my-year/writing").submit("Write it : My development plan")
    assert "Court work, and a mentor for it." in page.html
