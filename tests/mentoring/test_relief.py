"""A coach's relief from casework is asked for, agreed, and given or not, month by month."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations, policies, queries
from portal.mentoring.models import CoachRelief, ReliefMonth
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.teams import a_relief

Open = Callable[..., Browser]
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def relief(cast: Cast) -> CoachRelief:
    return a_relief(cast.coach, agreed_by=cast.manager)


def say(by: object, relief: CoachRelief, became: str = "not given") -> ReliefMonth:
    reason = "urgent work" if became == "not given" else ""
    return operations.say_relief_month(
        by, relief, month_on=OCTOBER, became=became, reason=reason  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_coach_asks_and_who_manages_them_agrees(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coach).visit("/relief").follow("Ask for relief")
    page.submit("Ask for it", amount="4", started_on="1/12/2026")
    assert "4 hours a week less of casework, from Tuesday 1 December 2026." in page.text
    assert "It waits for your manager to agree." in page.text
    told = db.session.query(Notice).one()
    assert told.person_id == cast.manager.id
    manager = browser(as_=cast.manager).visit(told.link)
    other_tab = browser(as_=cast.manager).visit(told.link)
    manager.submit("Agree to it")
    assert "Agreed. Priya Nair is told." in manager.text
    assert "Agree to it" not in manager.text
    assert "Agreed. Priya Nair is told." in other_tab.submit("Agree to it").text
    assert db.session.query(Notice).filter_by(person_id=cast.coach.id).count() == 1
    assert db.session.query(CoachRelief).one().agreed_by_id == cast.manager.id


def test_whoever_asks_again_is_led_to_what_is_asked_for(cast: Cast, browser: Open) -> None:
    first = a_relief(cast.coach)
    page = browser(as_=cast.coach).visit("/relief/new")
    page.submit("Ask for it", amount="8")
    assert page.url == f"/relief/{first.id}"
    assert "You have asked for relief already." in page.text
    assert db.session.query(CoachRelief).count() == 1


@pytest.mark.parametrize("amount", ["", "0", "101", "many", "-4"])
def test_an_amount_out_of_reason_is_answered_beside_the_field(
    amount: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit("/relief/new")
    assert page.submit("Ask for it", amount=amount).status == 422
    assert amount in page.html
    assert db.session.query(CoachRelief).count() == 0


def test_the_first_month_that_nobody_has_told_of_is_asked_for(
    cast: Cast, relief: CoachRelief, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/relief/{relief.id}").follow("Say what became")
    page.submit("Save", became="given")
    assert "September 2026 is kept." in page.text
    page.follow("Say what became").submit("Save", became="not given")
    assert page.status == 422
    page.submit("Save", reason="urgent work")
    assert "Not given: urgent work came first" in page.text
    assert [row.month_on.month for row in relief.months] == [9, 10]


def test_the_coach_hears_first_and_others_a_week_later(
    cast: Cast, relief: CoachRelief, browser: Open
) -> None:
    say(cast.manager, relief)
    notice = db.session.query(Notice).one()
    assert notice.person_id == cast.coach.id
    assert notice.text.endswith("not given in October 2026: urgent work came first.")
    here = f"/relief/{relief.id}"
    assert "Not given" in browser(as_=cast.coach).visit(here).text
    assert "Not given" not in browser(as_=cast.coordinator).visit(here).text
    assert "1 not given" in browser(as_=cast.coach).visit("/relief").text
    assert "not given" not in browser(as_=cast.coordinator).visit("/relief").text
    later = datetime(2026, 12, 4, 9, tzinfo=UTC)
    with clock.set_to(day=later.date(), moment=later):
        assert "Not given" in browser(as_=cast.coordinator).visit(here).text
        assert "1 not given" in browser(as_=cast.coordinator).visit("/relief").text


def test_a_month_said_again_is_put_right_and_the_trail_keeps_both(
    cast: Cast, relief: CoachRelief
) -> None:
    say(cast.coach, relief)
    db.session.expire(relief)
    again = say(cast.manager, relief, "given")
    assert (again.became, again.reason) == ("given", "")
    assert db.session.query(ReliefMonth).count() == 1
    entries = db.session.query(AuditEntry).filter_by(action="mentoring.relief_month_said")
    assert {entry.particulars["was"] for entry in entries} == {None, "not given"}


def test_it_ends_and_another_may_be_asked_for(
    cast: Cast, relief: CoachRelief, browser: Open
) -> None:
    page = browser(as_=cast.coach).visit(f"/relief/{relief.id}").follow("End this relief")
    page.submit("Yes, end it")
    assert "The relief has ended." in page.text
    assert "Ask for relief" in page.visit("/relief").text


def test_who_sees_it_agrees_to_it_and_tells_of_it(cast: Cast, relief: CoachRelief) -> None:
    asked = a_relief(cast.worker)
    two = [cast.coach, cast.manager]
    assert [p for p in cast if policies.see_relief(p, relief)] == [*two, cast.coordinator]
    assert [p for p in cast if policies.say_relief_month(p, relief)] == two
    assert [p for p in cast if policies.end_relief(p, relief)] == two
    assert [p for p in cast if policies.agree_to_relief(p, asked)] == [cast.manager]
    assert not policies.say_relief_month(cast.manager, asked)


def test_the_list_shows_what_its_policy_opens(cast: Cast, relief: CoachRelief) -> None:
    a_relief(cast.worker)
    for person in cast:
        seen = {row[0] for row in queries.reliefs_page(person, None).rows}
        every = db.session.query(CoachRelief)
        assert seen == {each for each in every if policies.see_relief(person, each)
                        and each.organisation_id == person.organisation_id}  # fmt: skip


@pytest.mark.parametrize(
    "wrong", [{"amount": 0}, {"measure": "cases"}, {"agreed_on": None}, {"ended_on": date(2020, 1, 1)}]
)  # fmt: skip
def test_the_database_itself_holds_a_relief_together(
    wrong: dict[str, object], relief: CoachRelief
) -> None:
    for name, value in wrong.items():
        setattr(relief, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize("size", [1, 60])
def test_the_pages_cost_no_more_for_many(
    size: int, cast: Cast, relief: CoachRelief, browser: Open, statements: list[str]
) -> None:
    for number in range(size):
        a_relief(cast.coach, ended_on=date(2026, 9, 1 + number % 28))
    for person in (cast.coach, cast.manager, cast.coordinator):
        page = browser(as_=person)
        for path in ("/relief", f"/relief/{relief.id}"):
            page.visit(path)
            statements.clear()
            assert page.visit(path).status == 200
            assert len(statements) <= 12, (person.name, path, len(statements))


def test_home_asks_the_two_about_the_month_that_is_over_and_others_nothing(
    cast: Cast, browser: Open
) -> None:
    relief = a_relief(cast.coach)
    assert "Agree to relief for Priya Nair" in browser(as_=cast.manager).visit("/").text
    operations.agree_to_relief(cast.manager, relief)
    pages = [browser(as_=each) for each in (cast.coach, cast.manager)]
    for page, whose in zip(pages, ("you", "Priya Nair"), strict=True):
        assert f"Say whether {whose} had relief from casework" in page.visit("/").text
    say(cast.coach, relief)
    for page, whose in zip(pages, ("you", "Priya Nair"), strict=True):
        assert f"See that {whose} can have relief from casework" in page.visit("/").text
        assert "It was not given in October 2026" in page.text
    assert "relief from casework" not in browser(as_=cast.nqsw).visit("/").text
    with clock.set_to(day=date(2026, 12, 11)):
        assert "See that you" not in pages[0].visit("/").text
