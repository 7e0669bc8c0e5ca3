"""Whoever observes finds it on their home page, also where they neither assess nor manage."""

from datetime import timedelta

import pytest

from portal.database import db
from tests.conftest import TODAY
from tests.factories.induction import an_induction
from tests.factories.observations import an_observation


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def test_an_observer_finds_the_observation_of_the_next_days_at_home(cast, year, browser):
    day = TODAY + timedelta(days=3)
    an_observation(year, by=cast.nqsw, observer=cast.coach, planned_on=day)
    db.session.commit()
    page = browser(as_=cast.coach).visit("/")
    page.follow("Observe Amira Khan")
    assert page.heading == "Direct observation 1"
    assert "asks you to observe them on" in browser(as_=cast.coach).visit("/").text


def test_an_observer_finds_their_part_until_it_is_finished(cast, year, browser):
    made = an_observation(year, by=cast.nqsw, observer=cast.coach)
    db.session.commit()
    said = "Finish your part of the observation of Amira Khan"
    assert said in browser(as_=cast.coach).visit("/").text
    made.observer_finished_on = TODAY
    db.session.commit()
    assert said not in browser(as_=cast.coach).visit("/").text
