"""Enrolling many at once, on the page: all are ticked in one press, all objections said at once."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction.models import Induction
from portal.people.models import Person, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.people import a_person, a_post

Open = Callable[..., Browser]
TITLE = "Newly Qualified Social Worker"


@pytest.fixture
def joiners(cast: Cast) -> list[Person]:
    """Two who started this autumn and two whose year would be over long since."""
    made = []
    for name, since in (("Ada", 2026), ("Ben", 2026), ("Cy", 2020), ("Dot", 2021)):
        person = a_person(cast.hr, given=name, family="Silva")
        a_post(person, job_title=TITLE, started_on=date(since, 9, 7))
        made.append(person)
    db.session.commit()
    return made


def enrolled() -> set[str]:
    db.session.rollback()
    return {each.person.given_names for each in db.session.query(Induction)}


def test_one_press_ticks_everybody_who_can_start(
    browser: Open, cast: Cast, joiners: list[Person]
) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Tick everybody who can start")
    assert page.status == 200
    assert enrolled() == set()
    page.submit("Enrol")
    assert {"Ada", "Ben"} <= enrolled()
    assert not {"Cy", "Dot"} & enrolled()


def test_everybody_who_cannot_start_is_named_at_once(
    browser: Open, cast: Cast, joiners: list[Person]
) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Enrol", people=[str(person.id) for person in joiners])
    assert page.status == 422
    assert "No year can start on that day for: Cy Silva, Dot Silva. Untick them" in page.text
    assert enrolled() == set()


def test_who_is_enrolled_is_newly_qualified_here_from_that_day(
    browser: Open, cast: Cast, joiners: list[Person]
) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Enrol", people=[str(joiners[0].id)])
    db.session.rollback()
    held = db.session.query(RoleHeld).filter_by(person_id=joiners[0].id).one()
    assert (held.role, held.started_on, held.ended_on) == ("nqsw", date(2026, 9, 7), None)
    entry = db.session.query(AuditEntry).filter_by(action="people.role_granted").one()
    assert entry.particulars == {"role": "nqsw", "start": "2026-09-07"}


def test_other_hours_before_enrolling_do_not_shift_the_first_day(
    browser: Open, cast: Cast, commit: Callable[[], None]
) -> None:
    """The year starts with the job; its length follows from the hours of today."""
    ada = a_person(cast.hr, given="Ada", family="Silva")
    first = a_post(ada, job_title=TITLE, started_on=date(2026, 9, 7), fte=1)
    first.ended_on = date(2026, 10, 31)
    a_post(ada, job_title=TITLE, started_on=date(2026, 11, 1), began_on=date(2026, 9, 7), fte=0.5)
    commit()
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    assert "from 7 September 2026, 0.5 of full time" in page.text
    page.submit("Enrol", people=[str(ada.id)])
    db.session.rollback()
    year = db.session.query(Induction).filter_by(person_id=ada.id).one()
    assert (year.started_on, float(year.fte)) == (date(2026, 9, 7), 0.5)


def test_a_job_with_another_title_before_it_does_not_count(
    browser: Open, cast: Cast, commit: Callable[[], None]
) -> None:
    ada = a_person(cast.hr, given="Ada", family="Silva")
    a_post(ada, job_title="Social Work Assistant", ended_on=date(2026, 9, 6))
    a_post(ada, job_title=TITLE, started_on=date(2026, 9, 7), began_on=date(2020, 9, 1))
    commit()
    page = browser(as_=cast.coordinator).visit("/inductions/new?q=ada")
    assert "from 7 September 2026" in page.text


def test_who_is_newly_qualified_already_does_not_get_the_role_twice(cast: Cast) -> None:
    an_induction(cast.nqsw, by=cast.coordinator)
    assert db.session.query(RoleHeld).filter_by(person_id=cast.nqsw.id).count() == 1
