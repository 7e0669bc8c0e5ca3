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


def test_who_is_newly_qualified_already_does_not_get_the_role_twice(cast: Cast) -> None:
    an_induction(cast.nqsw, by=cast.coordinator)
    assert db.session.query(RoleHeld).filter_by(person_id=cast.nqsw.id).count() == 1
