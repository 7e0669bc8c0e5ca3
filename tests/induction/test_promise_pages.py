"""The ledger of promises: recorded in two taps, seen by whom it concerns, and never missed away."""

from datetime import date

import pytest

from portal.database import db
from portal.induction.models import DevelopmentTime, MonthConfirmed, TalkAsked, WorkBeside
from portal.induction.queries import promises as queries
from portal.mentoring.models import Session
from portal.notices.models import Notice
from portal.teams.models import WorkloadCount
from tests.factories.induction import an_induction
from tests.factories.promises import a_development_time, a_supervision, a_talk

TODAY = date(2026, 11, 26)


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def address(year, rest="promises"):
    return f"/inductions/{year.id}/{rest}"


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "coordinator"])
def test_those_it_concerns_see_the_ledger(name, cast, year, browser):
    a_supervision(cast.manager, cast.nqsw, date(2026, 11, 10))
    page = browser(as_=getattr(cast, name)).visit(address(year))
    assert page.status == 200
    assert page.heading == "Promises"
    assert "supervision" in page.text
    assert ("with each day" in page.text) == (name in {"nqsw", "manager"})


@pytest.mark.parametrize("name", ["coach", "hr", "admin", "panel", "principal", "worker"])
def test_nobody_else_does(name, cast, year, browser):
    assert browser(as_=getattr(cast, name)).visit(address(year)).status == 403


def test_two_of_three_is_said_first(cast, year, browser):
    # Fortnights that end in November: on the 1st, the 15th and the 29th.
    a_supervision(cast.manager, cast.nqsw, date(2026, 10, 27))
    a_supervision(cast.manager, cast.nqsw, date(2026, 11, 24))
    page = browser(as_=cast.nqsw).visit(address(year))
    assert (
        "Two of three supervisions promised this month took place. One is to re-book." in page.text
    )


def test_the_worker_logs_in_two_taps_and_the_leader_is_told(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "supervision/new"))
    mine.submit("Save supervision", minutes="60", other=str(cast.manager.id))
    assert "Supervision saved: Thursday 26 November 2026, 1 hour." in mine.text
    made = db.session.query(Session).one()
    assert (made.led_by_id, made.with_id, made.kind) == (
        cast.manager.id, cast.nqsw.id, "supervision",
    )  # fmt: skip
    assert not made.may_have_notes
    assert "Amira Khan logged supervision with you" in "".join(
        n.text for n in db.session.query(Notice).filter_by(person_id=cast.manager.id)
    )


def test_the_manager_logs_with_one_choice_and_the_button(cast, year, browser):
    theirs = browser(as_=cast.manager).visit(address(year, "supervision/new"))
    theirs.submit("Save supervision", minutes="90")
    assert "Supervision saved" in theirs.text
    assert db.session.query(Session).one().led_by_id == cast.manager.id


def test_a_second_log_of_the_day_opens_the_first(cast, year, browser):
    a_supervision(cast.manager, cast.nqsw, TODAY)
    theirs = browser(as_=cast.manager).visit(address(year, "supervision/new"))
    theirs.submit("Save supervision", minutes="90")
    assert theirs.heading == "Change supervision"
    assert db.session.query(Session).count() == 1


def test_a_day_is_agreed_moved_and_held(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "supervision/planning"))
    mine.submit("Save the day", day="1/12/2026", other=str(cast.manager.id))
    assert "Supervision is agreed for Tuesday 1 December 2026." in mine.text
    mine.visit("/supervision").follow("Move").submit("Save the new day", to_on="3/12/2026")
    states = {(s.held_on, s.state, s.moved_to_on) for s in db.session.query(Session)}
    assert states == {
        (date(2026, 12, 1), "moved", date(2026, 12, 3)),
        (date(2026, 12, 3), "planned", None),
    }


def test_what_was_missed_is_rebooked_with_a_reason(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit("/my-year").follow("supervisions are to re-book.")
    assert "Before anybody is told" in mine.text
    offered = [a.attrib["href"] for a in mine.all("a") if "/rebooking?" in a.attrib["href"]]
    assert len(offered) == len(set(offered)) > 1
    mine.follow("Re-book it").submit(
        "Save", reason="urgent work", to_on="1/12/2026", other=str(cast.manager.id)
    )
    assert "Supervision is agreed for Tuesday 1 December 2026." in mine.text
    assert db.session.query(Session).filter_by(state="missed").one().reason == "urgent work"
    assert "One supervision is to re-book." in mine.visit("/my-year").text


def test_what_did_take_place_is_logged_on_its_day_by_either_side(cast, year, browser):
    for person, other in ((cast.manager, {}), (cast.nqsw, {"other": str(cast.manager.id)})):
        page = browser(as_=person).visit(address(year)).follow("It did take place")
        assert "Say on which day it was." in page.text
        assert "Note for the two of you" not in page.text
        page.submit("Save supervision", minutes="60", **other)
        assert "Enter which day it was" in page.text
    page.submit("Save supervision", minutes="60", other_day="20/11/2026", **other)
    assert "Supervision saved: Friday 20 November 2026, 1 hour." in page.text


def test_only_the_worker_sees_who_will_be_told(cast, year, browser):
    for name in ("assessor", "manager", "coordinator"):
        page = browser(as_=getattr(cast, name)).visit(address(year))
        assert "Before anybody is told" not in page.text, name
        assert "in confidence" not in page.text, name


def test_only_the_coordinator_hears_what_is_asked_in_confidence(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "in-confidence"))
    mine.submit("Ask to speak in confidence", about="supervision")
    assert "Nobody else is told." in mine.text
    talk = db.session.query(TalkAsked).one()
    told = db.session.query(Notice).filter(Notice.subject_id == talk.id).all()
    assert [n.person_id for n in told] == [cast.coordinator.id]
    for name in ("manager", "assessor", "hr", "admin"):
        assert browser(as_=getattr(cast, name)).visit(address(year, "in-confidence")).status == 404
    theirs = browser(as_=cast.coordinator).visit(address(year, "in-confidence"))
    theirs.submit("We have spoken")
    db.session.refresh(talk)
    assert talk.answered_by_id == cast.coordinator.id


def test_asking_twice_asks_once(cast, year, browser):
    a_talk(year)
    mine = browser(as_=cast.nqsw).visit(address(year, "in-confidence"))
    mine.submit("Ask to speak in confidence", about="supervision")
    assert db.session.query(TalkAsked).count() == 1


def test_time_to_learn_is_booked_taken_and_missed(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "development-time/new"))
    mine.submit("Save", day="2/12/2026")
    assert "Development time booked: 3.5 hours, Wednesday 2 December 2026." in mine.text
    a_development_time(year, date(2026, 11, 24))
    mine.visit(address(year)).submit("Taken")
    states = {e.day: e.state for e in db.session.query(DevelopmentTime)}
    assert states == {date(2026, 11, 24): "taken", date(2026, 12, 2): "booked"}
    mine.visit(address(year)).follow("Missed, or another day").submit(
        "Save", reason="no time found", to_on="4/12/2026"
    )
    entries = {(e.day, e.state, e.moved_to_on) for e in db.session.query(DevelopmentTime)}
    assert (date(2026, 12, 2), "missed", date(2026, 12, 4)) in entries
    assert (date(2026, 12, 4), "booked", None) in entries


def test_a_day_outside_the_year_is_refused_and_the_words_stay(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "development-time/new"))
    mine.submit("Save", day="2/1/2026")
    assert mine.status == 422
    assert "The day must be between 29 June 2026 and" in mine.text
    assert 'value="2/1/2026"' in mine.html


def test_points_are_counted_against_the_month(cast, year, browser):
    mine = browser(as_=cast.nqsw).visit(address(year, "workload"))
    mine.submit("Save the count", points="104")
    assert "104 points" in mine.text
    assert "above the" in mine.text
    assert db.session.query(WorkloadCount).one().counted_by_id == cast.nqsw.id
    mine.visit(address(year, "workload")).submit("Save the count", points="9000")
    assert mine.status == 422


def test_a_manager_names_who_stands_beside_or_decides_otherwise(cast, year, browser):
    theirs = browser(as_=cast.manager).visit(address(year, "work-beside"))
    theirs.submit("Save", kind="child-protection")
    assert "Choose somebody, or write the day from which they hold it alone" in theirs.text
    theirs.submit("Save", kind="child-protection", co_worker=str(cast.coach.id))
    assert "Together with Priya Nair" in browser(as_=cast.nqsw).visit(address(year)).text
    theirs.visit(address(year, "work-beside")).submit("Save", kind="child-protection")
    assert "Together with Priya Nair" in theirs.text
    theirs.submit("Save", kind="child-protection", alone_from_on="1/12/2026")
    assert theirs.status == 422
    theirs.submit("Save", alone_from_on="1/12/2036", reason="ready")
    assert "The rule ends by itself on" in theirs.text
    theirs.submit("Save", alone_from_on="1/12/2026", reason="ready")
    assert "Alone from Tuesday 1 December 2026, decided by Rosa Adeyemi" in theirs.text
    assert db.session.query(WorkBeside).count() == 1
    assert browser(as_=cast.assessor).visit(address(year, "work-beside")).status == 403


def test_two_clicks_confirm_a_month(cast, year, browser):
    theirs = browser(as_=cast.manager).visit("/team-promises")
    assert "2 clicks are left" in theirs.text
    theirs.submit("Confirm supervision")
    assert theirs.status == 200
    theirs.submit("Confirm workload", points="80")
    assert "Everything is confirmed for November 2026." in theirs.text
    confirmed = {row.what for row in db.session.query(MonthConfirmed)}
    assert confirmed == {"supervision", "workload"}
    assert db.session.query(WorkloadCount).one().points == 80


def test_a_workload_without_points_is_asked_for_beside_its_row(cast, year, browser):
    theirs = browser(as_=cast.manager).visit("/team-promises")
    theirs.submit("Confirm workload", points="lots")
    assert theirs.status == 422
    assert db.session.query(MonthConfirmed).count() == 0


def test_a_group_counts_for_everybody_who_was_there(cast, year, browser):
    an_induction(cast.worker, by=cast.coordinator)
    theirs = browser(as_=cast.coordinator).visit("/group-sessions/new?people=")
    theirs.submit("Save group session", minutes="90", people=[str(cast.nqsw.id)])
    assert "Group session saved: today, 1 hour 30 minutes, 1 person." in theirs.text
    assert db.session.query(Session).filter_by(kind="group").count() == 1
    answer = browser(as_=cast.nqsw).send("get", address(year, "promises/export?as=csv"))
    assert "Group day" in answer.get_data(as_text=True)


def test_the_ledger_goes_out_as_a_file(cast, year, browser):
    a_supervision(cast.manager, cast.nqsw, date(2026, 11, 10))
    said = browser(as_=cast.nqsw).send("get", address(year, "promises/export?as=csv"))
    text = said.get_data(as_text=True)
    assert "Supervision,2026-11-02,2026-11-15,Held,2026-11-10" in text.replace('"', "")


def test_nobody_in_their_own_first_year_stands_beside_another(cast, year):
    an_induction(cast.worker, by=cast.coordinator)
    found = queries.who_may_stand_beside([cast.coach, cast.worker, cast.nqsw], year)
    assert found == [cast.coach]
