"""The pages of a year that changes: look at the new dates, propose, agree, and what is refused."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.database import db
from portal.induction import operations, queries
from portal.induction.models import Induction, InductionChange
from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import ASYE, START, an_induction, item_of

Open = Callable[..., Browser]


@pytest.fixture
def year(cast: Cast) -> Induction:
    made = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.commit()
    return made


def address(year: Induction, page: str) -> str:
    return f"/inductions/{year.id}/{page}"


def propose(page: Browser, year: Induction, **answers: str) -> Browser:
    """Look at the new dates of a pause, and propose it."""
    page.visit(f"{address(year, 'changes/new')}?kind=pause")
    page.submit("Show the new calendar", reason="sickness", **answers)
    assert "Nothing is proposed yet" in page.text
    return page.submit("Propose this change")


PAUSE = {"started_on": "7/12/2026", "ended_on": "3/1/2027"}


def test_the_calendar_says_what_is_due_when(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit(address(year, "calendar"))
    assert page.heading == "Your calendar"
    assert "Your year runs until Monday 28 June 2027" in page.text
    assert "6 month review" in page.text
    assert "bank holidays of England" in page.text


def test_from_a_proposal_to_a_paused_year_in_pages(
    browser: Open, cast: Cast, year: Induction
) -> None:
    mine = browser(as_=cast.nqsw).visit(address(year, "calendar")).follow("Propose a change")
    assert "extra support plan" in mine.text
    mine.follow("Pause")
    mine.submit("Show the new calendar", reason="bereavement", **PAUSE)
    assert "Monday 25 January 2027" in mine.text
    mine.submit("Propose this change")
    assert "1 of 4 have agreed" in mine.text
    assert "A change waits" in mine.visit("/my-year").text
    for person in (cast.assessor, cast.manager):
        page = browser(as_=person).visit(address(year, "calendar")).follow("Look at it and agree")
        page.submit("I agree")
        assert "The agreement is saved" in page.text
    page = browser(as_=cast.coordinator).visit("/inductions/changes").follow("Amira Khan")
    page.submit("I agree")
    assert "Everybody agreed" in page.text
    mine.visit(address(year, "calendar"))
    assert "Your year runs until Monday 26 July 2027" in mine.text
    assert "Moved from Thursday 24 December 2026" in mine.text
    page.submit("Take the change back")
    assert "Your year runs until Monday 28 June 2027" in mine.visit(mine.url).text


def test_dates_that_were_not_shown_are_not_proposed(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = browser(as_=cast.nqsw).visit(f"{address(year, 'changes/new')}?kind=pause")
    page.submit("Show the new calendar", reason="sickness", **PAUSE)
    page.submit("Propose this change", ended_on="31/1/2027")
    assert "Nothing is proposed yet" in page.text
    assert db.session.query(InductionChange).count() == 0


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("pause", {"started_on": "7/12/2026", "ended_on": "1/12/2026"}, "not be before the first"),
        ("pause", {"started_on": "1/6/2026", "ended_on": ""}, "The year starts on 29 June 2026"),
        ("pause", {"started_on": "1/9/2027", "ended_on": ""}, "The year ends on 28 June 2027"),
        ("pause", {"started_on": "soon"}, "Write the date as day, month and year"),
        ("extension", {"new_end_on": "1/6/2027"}, "Choose a later day"),
        ("withdrawal", {"started_on": "1/6/2026"}, "Choose that day or a later one"),
    ],
)
def test_days_that_cannot_be_are_refused_beside_the_field(
    kind: str, answers: dict[str, str], said: str, browser: Open, cast: Cast, year: Induction
) -> None:
    reason = {"pause": "sickness", "extension": "time lost", "withdrawal": "other"}[kind]
    page = browser(as_=cast.manager).visit(f"{address(year, 'changes/new')}?kind={kind}")
    page.submit("Show the new calendar", reason=reason, **answers)
    assert page.status == 422
    assert said in page.text
    assert next(iter(answers.values())) in page.html


def test_a_pause_over_another_is_refused(browser: Open, cast: Cast, year: Induction) -> None:
    in_force(cast, year)
    page = browser(as_=cast.nqsw).visit(f"{address(year, 'changes/new')}?kind=pause")
    page.submit("Show the new calendar", reason="sickness", started_on="20/12/2026")
    assert page.status == 422
    assert "is paused from 7 December 2026" in page.text


def in_force(cast: Cast, year: Induction, ended_on: date | None = date(2027, 1, 3)) -> None:
    change = operations.propose_change(cast.nqsw, year, kind="pause", reason="sickness",
                                       started_on=date(2026, 12, 7), ended_on=ended_on)  # fmt: skip
    for person in (cast.assessor, cast.manager, cast.coordinator):
        operations.agree_to_change(person, change)
    db.session.commit()


def test_dates_follow_when_the_day_of_return_is_known(
    browser: Open, cast: Cast, year: Induction
) -> None:
    in_force(cast, year, None)
    page = browser(as_=cast.nqsw).visit(address(year, "calendar"))
    assert "Dates will follow when the day of return is known" in page.text
    page.follow("Pause").follow("Write down the day of return")
    page.submit("Show the new calendar", ended_on="3/1/2027")
    assert "Monday 25 January 2027" in page.text
    page.submit("Save this day")
    assert "Your year runs until Monday 26 July 2027" in page.text


def test_a_booked_day_in_a_pause_is_said(browser: Open, cast: Cast, year: Induction) -> None:
    operations.book_item(cast.assessor, item_of(year, "review-6"), date(2026, 12, 17))
    in_force(cast, year)
    page = browser(as_=cast.assessor).visit(address(year, "calendar"))
    assert "Agreed for Thursday 17 December 2026, which falls into the pause" in page.text


def test_who_is_paused_is_asked_for_nothing(browser: Open, cast: Cast, year: Induction) -> None:
    in_force(cast, year)
    with clock.set_to(day=date(2026, 12, 10)):
        assert "Your year is paused" in browser(as_=cast.nqsw).visit("/my-year").text
        assert "Paused" in browser(as_=cast.nqsw).visit("/").text
        assert "Paused" in browser(as_=cast.assessor).visit("/inductions").text


def test_the_reason_is_for_the_four_and_hr_alone(
    browser: Open, cast: Cast, year: Induction
) -> None:
    in_force(cast, year)
    change = db.session.query(InductionChange).one()
    link = f"/inductions/changes/{change.id}"
    for person in (cast.nqsw, cast.assessor, cast.manager, cast.coordinator, cast.hr):
        assert "Sickness" in browser(as_=person).visit(link).text
    for person in (cast.coach, cast.principal, cast.admin):
        assert browser(as_=person).visit(link).status == 403
    hr = browser(as_=cast.hr).visit(address(year, "calendar"))
    assert "6 month review" not in hr.text
    assert "Sickness" not in browser(as_=cast.nqsw).visit("/notices").text


def test_the_coordinator_writes_down_who_agreed_by_telephone(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = propose(browser(as_=cast.coordinator), year, **PAUSE)
    page.submit("Write it down", part="manager", means="telephone", agreed_on="25/11/2026")
    assert "Agreed by telephone on Wednesday 25 November 2026" in page.text
    page.submit("Write it down", part="worker", means="telephone", agreed_on="25/11/2027")
    assert "Write today or a day in the past year" in page.text


def test_probation_stands_beside_the_year(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.hr).visit(address(year, "calendar")).follow("Change the day")
    page.submit("Save the day", ends_on="28/12/2026")
    assert "Ends on Monday 28 December 2026" in page.text
    page.visit(address(year, "probation")).submit("Save the day", ends_on="1/1/2026")
    assert page.status == 422


def test_a_year_is_over_and_goes_on_again(browser: Open, cast: Cast, year: Induction) -> None:
    with clock.set_to(day=date(2027, 6, 29)):
        page = browser(as_=cast.coordinator).visit(address(year, "calendar"))
        page.follow("Write down that it is over").submit("The year is over")
        assert "The year ended on Monday 28 June 2027" in page.text
        assert browser(as_=cast.assessor).visit(address(year, "calendar")).status == 403
        page.submit("Take the ending back")
        assert browser(as_=cast.assessor).visit(address(year, "calendar")).status == 200


def test_a_year_is_not_over_before_its_last_day(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.coordinator).visit(address(year, "ending"))
    page.submit("The year is over")
    assert page.status == 422
    assert "The year ends on 28 June 2027" in page.text


def test_what_was_before_the_portal_is_marked_on_one_page(browser: Open, cast: Cast) -> None:
    person: Person = cast.nqsw
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Enrol", people=[str(person.id)], start="other", started_on="29/6/2026",
                programme=f"{ASYE.key} {ASYE.version}", assessor=str(cast.assessor.id),
                taken_on_on="2/11/2026")  # fmt: skip
    year = db.session.query(Induction).filter_by(person_id=person.id).one()
    mine = browser(as_=person).visit("/my-year")
    assert "was due" not in mine.text.split("Timeline")[0]
    page = browser(as_=cast.assessor).visit(address(year, "calendar"))
    page.follow("What happened before the portal")
    first = item_of(year, "agreement")
    page.submit("Choose “It happened” for everything")
    page.submit("Save", **{f"day_{first.id.hex}": "9/7/2026"})
    db.session.expire_all()
    earlier = [item for item in queries.items_of(year) if item.earlier]
    assert {item.earlier for item in earlier} == {"happened"}
    assert item_of(year, "agreement").held_on == date(2026, 7, 9)
    page.visit(address(year, "before-the-portal"))
    page.submit("Save", **{f"day_{first.id.hex}": "9/11/2026"})
    assert page.status == 422
    assert "before 2 November 2026" in page.text
    assert date(2026, 7, 9) > START


@pytest.mark.parametrize("page", ["calendar", "changes/new", "probation"])
def test_few_statements(
    page: str, browser: Open, cast: Cast, year: Induction, statements: list[str]
) -> None:
    in_force(cast, year)
    mine = browser(as_=cast.manager)
    mine.visit(address(year, page))
    statements.clear()
    mine.visit(address(year, page))
    assert len(statements) <= 12, "\n".join(statements)


def test_few_statements_to_propose_and_to_agree(
    browser: Open, cast: Cast, year: Induction, statements: list[str]
) -> None:
    page = browser(as_=cast.manager).visit(f"{address(year, 'changes/new')}?kind=pause")
    page.submit("Show the new calendar", reason="sickness", **PAUSE)
    statements.clear()
    page.visit(f"{address(year, 'changes/new')}?kind=pause")
    assert len(statements) <= 12
