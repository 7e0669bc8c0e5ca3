"""The pages on which observations are planned, written in two windows, and found."""

from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import observing
from portal.induction.models import Observation
from portal.induction.observed import Observed, needed_sentence
from portal.induction.queries.observations import items_to_observe
from tests.conftest import TODAY
from tests.factories.induction import START, an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.observations import an_observation, section_of
from tests.factories.people import a_person, a_post, a_role

THURSDAY = date(2026, 12, 3)


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def test_a_coach_who_observes_is_told_apart_from_coaching(cast, year, browser):
    a_pairing(coach=cast.coach, supported=cast.nqsw, kind="coaching")
    observation = an_observation(year, by=cast.nqsw, observer=cast.coach)
    address = f"/observations/{observation.id}"
    page = browser(as_=cast.coach).visit(address)
    assert "This record is part of the assessment." in page.text
    assert "You are also their coach or mentor" in page.text


def test_the_planner_shows_who_still_needs_which_by_when(cast, year, browser):
    an_observation(year, by=cast.nqsw, observer=cast.consultant, planned_on=THURSDAY)
    for person in (cast.coordinator, cast.assessor, cast.manager, cast.consultant):
        page = browser(as_=person).visit("/inductions/observations")
        assert "First direct observation" in page.text, person.name
        assert "3 December" in page.text
    assert "Third direct observation" in browser(as_=cast.coordinator).visit(page.url).text
    assert "Third direct observation" not in browser(as_=cast.consultant).visit(page.url).text
    assert "Amira" not in browser(as_=cast.panel).visit("/inductions/observations").text


def test_the_planner_finds_by_the_name_of_the_worker_and_of_the_observer(cast, year, browser):
    an_observation(year, by=cast.nqsw, observer=cast.consultant, planned_on=THURSDAY)
    planner = browser(as_=cast.coordinator)
    assert "First direct" in planner.visit("/inductions/observations?q=varga").text
    assert "Third direct" not in planner.text
    assert "Third direct" in planner.visit("/inductions/observations?q=khan").text
    assert "First direct" not in planner.visit("/inductions/observations?q=okoro").text


def test_two_windows_keep_the_words_of_both(cast, year, browser):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    address = f"/observations/sections/{section_of(observation, 'context').id}"
    one, other = browser(as_=cast.nqsw).visit(address), browser(as_=cast.nqsw).visit(address)
    one.submit("Save", words="The words of the first window")
    other.submit("Save", words="The words of the second window")
    assert other.status == 409
    assert "The words of the first window" in other.text
    assert "The words of the second window" in other.html
    other.submit("Save", words="Both together")
    assert other.status == 200
    assert "Both together" in other.text


def test_an_observation_is_planned_written_and_finished_on_pages(cast, year, browser):
    worker, observer = browser(as_=cast.nqsw), browser(as_=cast.assessor)
    worker.visit(f"/inductions/{year.id}/observations").follow("Plan an observation")
    worker.submit("Plan it", planned_on="26/6/2026", setting="home visit")
    assert worker.status == 422
    assert "The induction year starts on 29 June 2026" in worker.text
    worker.submit("Plan it", planned_on="26/11/2026")
    assert worker.heading == "Direct observation 1"
    worker.follow("Record what they said").submit("Save", answer="yes", on="26/11/2026")
    worker.follow("Write").submit("Save", words="A first visit")
    observer.visit(worker.url).follow("Write").submit("Save", words="Calm and clear")
    observer.submit("My part is finished")
    assert "You have finished your part; it waits for Amira Khan." in observer.text
    worker.visit(f"/inductions/{year.id}/observations")
    assert "Waits for you" in worker.text
    worker.follow("Direct observation 1")
    assert "Dan Okoro has finished. Read it, then finish your part." in worker.text
    worker.submit("My part is finished")
    assert "finished by both" in worker.text
    assert "Calm and clear" in worker.text
    assert db.session.scalars(select(Observation)).one().is_finished


def test_more_than_the_programme_asks_for_are_counted_beside_what_it_asks(cast, year):
    made = [an_observation(year, by=cast.nqsw, observer=cast.assessor) for _ in range(4)]
    for each in made:
        each.observer_finished_on = each.worker_finished_on = TODAY
    observed = Observed(year, made, items_to_observe(year), TODAY)
    assert observed.lead.startswith("4 held; the programme asks for 3.")


def test_an_observer_is_found_by_name_among_those_who_may(cast, year, browser):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/observations/new")
    plan = {"planned_on": "26/11/2026", "setting": "home visit"}
    worker.submit("Plan it", **plan, observer_name="Nobody Such")
    assert worker.status == 422
    assert "Nobody who may observe is found by “Nobody Such”" in worker.text
    assert "Nobody Such" in worker.html
    worker.submit("Plan it", **plan, observer_name=cast.worker.family_name)
    assert "Nobody who may observe is found" in worker.text
    worker.submit("Plan it", **plan, observer_name="var")
    assert worker.heading == "Direct observation 1"
    assert db.session.scalars(select(Observation)).one().observer_id == cast.consultant.id


def test_where_a_name_means_several_they_are_offered_first(cast, year, browser):
    for given in ("Wren", "Robin"):
        found = a_person(cast.nqsw, given=given, family="Silvester")
        a_post(found)
        a_role(found, "coach")
    db.session.commit()
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/observations/new")
    worker.submit("Plan it", planned_on="26/11/2026", setting="review", observer_name="silv")
    assert worker.status == 422
    assert "Choose whom you mean by “silv”: they stand first in the list" in worker.text
    offered = [each.text for each in worker.by_id("observer")]
    assert offered[:3] == ["Choose somebody", "Robin Silvester", "Wren Silvester"]
    assert db.session.scalars(select(Observation)).all() == []


def test_the_advice_asks_for_one_early_one_late_and_two_observers(cast, year):
    made = [
        an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=day)
        for day in (date(2026, 11, 24), date(2026, 11, 25), TODAY)
    ]
    ends = year.planned_end_on
    assert observing.advice(made, wanted=3, started_on=START, ends=ends) == [
        "None is in the first third of the year.",
        "None is in the last third of the year.",
        "All three have the same observer. Ask somebody else for one of them.",
    ]
    assert observing.advice([], wanted=3, started_on=START, ends=ends) == []


def test_words_that_may_identify_somebody_are_asked_about_before_they_are_saved(
    cast, year, browser
):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    writer = browser(as_=cast.nqsw)
    writer.visit(f"/observations/sections/{section_of(observation, 'context').id}")
    writer.submit("Save", words="We meet at 12 Mill Lane, her number is 07700 900123.")
    assert writer.status == 422
    assert "looks like" in writer.text
    writer.submit("Save", is_checked="y")
    assert writer.heading == "Direct observation 1"


def test_the_planner_says_first_how_many_wait_and_how_many_were_due():
    row = SimpleNamespace(was_due=True, planned=None, item=SimpleNamespace(booked_on=None))
    set_day = SimpleNamespace(was_due=False, planned=object(), item=None)
    assert needed_sentence([row, set_day], more=False) == (
        "2 observations are still to come, soonest first. 1 was due before today. 1 has no day yet."
    )
    assert needed_sentence([set_day], more=True).startswith("More than 1 observation is")
    assert needed_sentence([], more=False).startswith("Nobody whom you")
