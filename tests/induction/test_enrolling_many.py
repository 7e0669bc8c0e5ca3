"""Enrolling many at once, on the page: all are ticked in one press, all objections said at once."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.induction.models import Induction
from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
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
    assert "Untick these people, or choose another first day." in page.text
    assert "Cy Silva would have started on 7 September 2020" in page.text
    assert "Dot Silva would have started on 7 September 2021" in page.text
    assert enrolled() == set()
