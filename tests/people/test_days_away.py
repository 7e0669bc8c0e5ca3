"""Days away: dates and never a reason, written down by few, seen by few, joined or refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import absence
from portal.people.models import DaysAway, Person, Post
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]


@dataclass(frozen=True)
class Days:
    started_on: date
    ended_on: date | None = None


def periods(person: Person) -> list[tuple[date, date | None]]:
    db.session.rollback()
    db.session.expire_all()
    rows = db.session.query(DaysAway).filter_by(person_id=person.id).order_by(DaysAway.started_on)
    return [(row.started_on, row.ended_on) for row in rows]


def away(browser: Open, by: Person, person: Person, first: str, last: str = "") -> Browser:
    page = browser(as_=by).visit(f"/people/{person.id}/days-away")
    return page.submit("Mark these days", started_on=first, ended_on=last)


@pytest.mark.parametrize("who", ["worker", "manager", "hr"])
def test_the_person_their_manager_and_hr_write_days_down(
    who: str, cast: Cast, browser: Open
) -> None:
    page = away(browser, getattr(cast, who), cast.worker, "14/12/2026", "18/12/2026")
    assert "Marked: away from 14 December 2026 to 18 December 2026." in page.text
    assert periods(cast.worker) == [(date(2026, 12, 14), date(2026, 12, 18))]


def test_the_coordinator_sees_the_dates_and_writes_none(cast: Cast, browser: Open) -> None:
    away(browser, cast.worker, cast.worker, "14/12/2026")
    page = browser(as_=cast.coordinator).visit(f"/people/{cast.worker.id}/days-away")
    assert "14 December 2026, until nobody knows yet" in page.text
    assert "Mark these days" not in page.text
    assert page.post(f"/people/{cast.worker.id}/days-away", started_on="1/1/2027").status == 403


@pytest.mark.parametrize("who", ["admin", "coach", "assessor", "panel", "principal", "nqsw"])
def test_nobody_else_sees_them(who: str, cast: Cast, browser: Open) -> None:
    row = DaysAway(organisation_id=cast.worker.organisation_id, person_id=cast.worker.id,
                   started_on=date(2026, 12, 14))  # fmt: skip
    db.session.add(row)
    db.session.flush()
    page = browser(as_=getattr(cast, who))
    assert page.visit(f"/people/{cast.worker.id}/days-away").status == 403
    assert page.visit(f"/days-away/{row.id}/change").status == 403
    assert page.post(f"/days-away/{row.id}/withdrawal").status == 403


def test_a_former_manager_sees_them_no_more(cast: Cast, browser: Open) -> None:
    post = db.session.query(Post).filter_by(person_id=cast.worker.id).one()
    page = browser(as_=cast.manager)
    assert page.visit(f"/people/{cast.worker.id}/days-away").status == 200
    post.manager_id = cast.coach.id
    assert page.visit(f"/people/{cast.worker.id}/days-away").status == 403
    assert browser(as_=cast.coach).visit(f"/people/{cast.worker.id}/days-away").status == 200


def test_days_that_follow_one_another_are_joined(cast: Cast, browser: Open) -> None:
    away(browser, cast.worker, cast.worker, "14/12/2026", "18/12/2026")
    page = away(browser, cast.worker, cast.worker, "19/12/2026", "3/1/2027")
    assert "Joined with the days that were there: away from 14 December 2026 to " in page.text
    assert periods(cast.worker) == [(date(2026, 12, 14), date(2027, 1, 3))]
    away(browser, cast.worker, cast.worker, "10/1/2027")
    away(browser, cast.worker, cast.worker, "1/1/2027", "12/1/2027")
    assert periods(cast.worker) == [(date(2026, 12, 14), None)]


def test_they_are_changed_or_taken_back(cast: Cast, browser: Open) -> None:
    away(browser, cast.worker, cast.worker, "14/12/2026", "18/12/2026")
    page = away(browser, cast.worker, cast.worker, "11/1/2027", "15/1/2027")
    page.follow("Change 11 January").submit("Save these days", started_on="18/12/2026")
    assert page.status == 422
    assert "14 December 2026 to 18 December 2026 is written down already" in page.text
    page.submit("Save these days", started_on="4/1/2027")
    assert periods(cast.worker)[1] == (date(2027, 1, 4), date(2027, 1, 15))
    page.submit("Take back 4 January 2027 to 15 January 2027")
    assert periods(cast.worker) == [(date(2026, 12, 14), date(2026, 12, 18))]
    actions = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions == ["people.days_away_added", "people.days_away_added",
                       "people.days_away_changed", "people.days_away_withdrawn"]  # fmt: skip


def test_the_second_of_two_is_told(cast: Cast, browser: Open) -> None:
    away(browser, cast.worker, cast.worker, "14/12/2026")
    path = f"/days-away/{db.session.query(DaysAway).one().id}/change"
    first, second = browser(as_=cast.worker).visit(path), browser(as_=cast.hr).visit(path)
    first.submit("Save these days", ended_on="18/12/2026")
    second.submit("Save these days", ended_on="20/12/2026")
    assert (second.status, "Somebody else changed this meanwhile" in second.text) == (409, True)
    assert 'value="20/12/2026"' in second.html


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [("", "", "Write the first day"), ("31/2/2027", "", "That date does not exist"),
     ("2/1/2027", "1/1/2027", "The last day must not be before the first"),
     ("1/1/1900", "", "Look at the year"), ("1/1/2027", "1/1/2099", "Look at the year")],
)  # fmt: skip
def test_what_cannot_be_is_said(
    first: str, last: str, sentence: str, cast: Cast, browser: Open
) -> None:
    page = away(browser, cast.worker, cast.worker, first, last)
    assert (page.status, sentence in page.text, periods(cast.worker)) == (422, True, [])


def test_nothing_else_is_taken_from_the_form(cast: Cast, browser: Open) -> None:
    """T7."""
    page = browser(as_=cast.worker)
    page.post(f"/people/{cast.worker.id}/days-away", started_on="1/1/2027", reason="ill",
              person_id=str(cast.coach.id), version="7")  # fmt: skip
    row = db.session.query(DaysAway).one()
    assert (row.person_id, row.version) == (cast.worker.id, 1)


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 31))


@st.composite
def some_days(draw: st.DrawFn) -> Days:
    first = draw(DAYS)
    return Days(first, draw(st.none() | st.integers(0, 20).map(lambda n: first + timedelta(n))))


def covered(period: Days) -> set[date]:
    last = period.ended_on or date(2026, 12, 31)
    return {period.started_on + timedelta(n) for n in range((last - period.started_on).days + 1)}


@given(some_days(), st.lists(some_days(), max_size=5))
def test_joining_adds_no_day_but_those_written_down(asked, others):
    near = absence.touching(asked, others)
    joined = Days(*absence.together([asked, *near]))
    assert covered(joined) == covered(asked).union(*(covered(each) for each in near))
    assert set(absence.sharing_a_day(asked, others)) <= set(near)
