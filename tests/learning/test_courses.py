"""Courses and their days: booking in one press, the waiting list, who came, certificates."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.event import listen, remove

from portal.audit.models import AuditEntry
from portal.database import db
from portal.learning import operations
from portal.learning.models import Booking, Course, CourseEvent, Qualification
from portal.notices.models import Notice
from portal.people.models import Organisation
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.learning import a_booking, an_event

Open = Callable[..., Browser]


def states(event: CourseEvent) -> dict[object, str]:
    db.session.expire_all()
    return {each.person_id: each.state for each in db.session.query(Booking).filter_by(event=event)}


def told(person: object) -> list[str]:
    return [each.text for each in db.session.query(Notice).filter_by(person_id=person)]


def test_the_coordinator_plans_a_day_and_everybody_finds_it(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/courses/court-skills")
    assert "No day is planned yet." in page.text
    page.follow("Plan a day")
    page.submit("Plan it", held_on="10/12/2026", from_time="9:30", place="Room 3", places="12",
                manager="other", manager_q="Priya Nair")  # fmt: skip
    if page.status == 422:
        page.submit("Plan it")
    assert page.heading == "Court skills, Thursday 10 December 2026"
    assert "Priya Nair" in page.text
    assert told(cast.coach.id) == [
        "Siân Hughes planned Court skills on Thursday 10 December 2026; you run it."
    ]
    assert "Next on Thursday 10 December 2026." in browser(as_=cast.worker).visit("/courses").text


def test_booking_takes_one_press_and_a_full_day_has_a_waiting_list(
    cast: Cast, browser: Open
) -> None:
    event = an_event(cast.consultant, places=1)
    address = f"/courses/events/{event.id}"
    page = browser(as_=cast.nqsw).visit(address).submit("Book a place")
    assert "You have a place." in page.text
    for person in (cast.worker, cast.assistant):
        waits = browser(as_=person).visit(address).submit("Join the waiting list")
    assert "You are on the waiting list, at place 2." in waits.text
    assert "Leila" not in waits.text
    page.submit("Give up my place")
    assert states(event) == {
        cast.nqsw.id: "given up", cast.worker.id: "booked", cast.assistant.id: "waiting",
    }  # fmt: skip
    assert told(cast.worker.id)[-1].startswith("You have a place at Court skills on Thursday 10")
    page.submit("Join the waiting list")
    assert states(event)[cast.nqsw.id] == "waiting"
    assert "You have a place" in browser(as_=cast.worker).visit("/learning").text


def test_a_second_press_keeps_the_one_place(cast: Cast) -> None:
    event = an_event(cast.consultant)
    first = operations.book(cast.nqsw, event)
    assert operations.book(cast.nqsw, event) is first
    assert db.session.query(AuditEntry).filter_by(action="learning.event_booked").count() == 1


def test_more_places_let_who_waits_move_up_and_fewer_than_taken_are_refused(
    cast: Cast, browser: Open
) -> None:
    event = an_event(cast.consultant, places=1)
    a_booking(event, cast.nqsw)
    a_booking(event, cast.worker, "waiting")
    page = browser(as_=cast.consultant).visit(f"/courses/events/{event.id}/change")
    page.submit("Save", places="2")
    assert states(event)[cast.worker.id] == "booked"
    page.visit(f"/courses/events/{event.id}/change").submit("Save", places="1", place="Room 9")
    assert page.status == 422
    assert "2 places are taken already" in page.text
    assert "Room 9" in page.html


def test_who_runs_it_ticks_who_came_and_each_gets_a_certificate(cast: Cast, browser: Open) -> None:
    event = an_event(cast.consultant, held_on=date(2026, 11, 25))
    for person in (cast.nqsw, cast.worker):
        a_booking(event, person)
    page = browser(as_=cast.consultant).visit("/learning").follow("Court skills")
    page.follow("Say who came").submit("Save who came", people=[str(cast.nqsw.id)])
    assert "1 person came, each with a certificate." in page.text
    held = db.session.query(Qualification).one()
    assert (held.person_id, held.key, held.expires_on) == (
        cast.nqsw.id, "court-skills", date(2029, 11, 25),
    )  # fmt: skip
    mine = browser(as_=cast.nqsw).visit("/qualifications").follow("Court skills")
    assert "Amira Khan attended Court skills on Wednesday 25 November 2026." in mine.text
    assert browser(as_=cast.worker).visit(mine.url).status == 403
    assert browser(as_=cast.manager).visit(mine.url).status == 200
    page.follow("Change who came").submit("Save who came", people=[str(cast.worker.id)])
    db.session.expire_all()
    counts = {each.person_id: each.set_aside_on is None for each in db.session.query(Qualification)}
    assert counts == {cast.nqsw.id: False, cast.worker.id: True}
    assert mine.visit(mine.url).status == 404


def test_a_day_that_is_called_off_is_told_to_all_and_cannot_be_booked(
    cast: Cast, browser: Open
) -> None:
    event = an_event(cast.consultant)
    a_booking(event, cast.nqsw)
    page = browser(as_=cast.hr).visit(f"/courses/events/{event.id}").follow("Call it off")
    page.submit("Yes, call it off")
    assert told(cast.nqsw.id)[-1].endswith("will not take place.")
    assert told(cast.consultant.id)[-1].endswith("will not take place.")
    other = browser(as_=cast.worker)
    assert "was called off" in other.visit(f"/courses/events/{event.id}").text
    assert other.post(f"/courses/events/{event.id}/booking").status == 403


def test_a_course_of_our_own_and_our_words_for_a_shipped_one(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.principal).visit("/courses").follow("Add a course")
    page.submit("Add the course", title="Court skills", about="Twice.")
    assert page.status == 422
    assert "There is a course of this name already" in page.text
    page.submit("Add the course", title="Working with fathers", about="Meeting fathers early.",
                months_valid="12")  # fmt: skip
    assert page.url == "/courses/working-with-fathers"
    page.visit("/courses/court-skills/change").submit("Save", months_valid="24")
    assert "It counts for 24 months" in page.text
    assert db.session.query(Course).count() == 2
    late = browser(as_=cast.hr).visit("/courses/court-skills/change")
    page.visit("/courses/court-skills/change").submit("Save", is_offered=None)
    late.submit("Save", about="Mine.")
    assert late.status == 409
    assert "Mine." in late.html
    assert "This course is not offered now." in page.text
    assert "36" in browser(as_=cast.harbour_hr).visit("/courses/court-skills").text


def test_learning_goes_with_the_switch_of_pathways(cast: Cast, browser: Open) -> None:
    here = db.session.get_one(Organisation, cast.hr.organisation_id)
    here.areas = [each for each in here.areas if each != "pathways"]
    page = browser(as_=cast.hr)
    assert page.visit("/courses").status == 404
    assert "My learning" not in page.visit("/").text


def test_who_came_without_a_place_is_written_down_with_the_others_in_one_go(
    cast: Cast, browser: Open
) -> None:
    event = an_event(cast.consultant, held_on=date(2026, 11, 25), places=1)
    a_booking(event, cast.nqsw)
    a_booking(event, cast.worker, "waiting")
    page = browser(as_=cast.consultant).visit(f"/courses/events/{event.id}").follow("Say who came")
    typed = (
        f"{cast.worker.email.upper()}\n{cast.assistant.family_name}, {cast.assistant.given_names}"
    )
    page.submit("Save who came", others=f"{typed}\nNobody Here 🙂\n{cast.consultant.email}")
    assert page.status == 422
    assert "Nobody here is found by “Nobody Here 🙂”" in page.text
    assert "runs the day: take the line out" in page.text
    assert typed.split("\n")[1] in page.text
    assert states(event)[cast.worker.id] == "waiting"
    assert f"{cast.worker.name}, waited for a place" in page.text
    page.submit("Save who came", others=f"{typed}\n{cast.nqsw.name}")
    assert "3 people came, each with a certificate." in page.text
    assert "Who came is said: 3 people." in page.text
    assert "-" not in next(each for each in page.text.split("\n") if "left" in each)
    assert set(states(event).values()) == {"attended"}
    assert told(cast.assistant.id)[-1] == "Your certificate for Court skills is ready."
    assert browser(as_=cast.worker).visit(page.url).text.count("Book a place") == 0
    page.visit(f"/courses/events/{event.id}/attendance")
    page.submit("Save who came", people=[str(cast.nqsw.id)], others="x" * 10_001)
    assert "Keep it to 10,000 letters" in page.text
    page.submit("Save who came", people=[str(cast.nqsw.id)], others=cast.harbour_hr.email)
    assert "Nobody here is found by" in page.text
    page.submit("Save who came", people=[str(cast.nqsw.id)], others="")
    assert states(event)[cast.assistant.id] == "missed"
    assert len(db.session.query(Qualification).all()) == 3


def test_a_day_that_is_over_says_what_came_of_a_place_and_of_waiting(
    cast: Cast, browser: Open
) -> None:
    event = an_event(cast.consultant, held_on=date(2026, 11, 20), places=1)
    for person, state in ((cast.nqsw, "booked"), (cast.worker, "waiting"), (cast.coach, "missed")):
        a_booking(event, person, state)
    address = f"/courses/events/{event.id}"
    assert (
        "You had a place. Who came is still to be said"
        in browser(as_=cast.nqsw).visit(address).text
    )
    waited = browser(as_=cast.worker).visit(address).text
    assert "no place became free" in waited
    assert "You move up by yourself" not in waited
    assert "If that is wrong, tell Tom Varga." in browser(as_=cast.coach).visit(address).text
    assert "You run it. Say who came" in browser(as_=cast.consultant).visit(address).text


def test_who_came_is_written_in_as_many_statements_for_many_as_for_few(cast: Cast) -> None:
    event = an_event(cast.consultant, held_on=date(2026, 11, 25), places=9)
    people = [cast.nqsw, cast.worker, cast.assistant, cast.coach, cast.manager, cast.hr]
    for person in people:
        a_booking(event, person)
    asked: list[str] = []
    connection = db.session.connection()
    listening = (connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
    listen(*listening)
    operations.say_who_came(cast.consultant, event, {each.id for each in people})
    remove(*listening)
    assert len(asked) <= 10, asked
    assert db.session.query(Qualification).count() == 6
