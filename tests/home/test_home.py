"""Home: what each of the cast finds when they come in."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import delete

from portal.database import db
from portal.induction import operations as induction
from portal.induction.models import Induction
from portal.people.models import Organisation, Person, Post, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction, held_until, item_of
from tests.factories.mentoring import a_pairing, a_session
from tests.factories.people import a_person, a_post, a_role

Open = Callable[..., Browser]
NOTHING = "Nothing needs you today, and nothing is due in the next two weeks."


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22: one thing was due, and an observation is agreed for Monday."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, date(2026, 11, 13), by=cast.coordinator)
    induction.book_item(cast.nqsw, item_of(year, "observation-2"), date(2026, 11, 30))
    db.session.commit()
    return year


def test_every_home_greets_its_owner_and_says_where_they_stand(browser: Open, cast: Cast):
    for person in cast:
        name = person.given_names
        page = browser(as_=person).visit("/")
        assert (page.status, page.heading) == (200, f"Hello, {name}")
        for title in ("Needs you now", "My record", "What changed"):
            assert title in page.text


def test_nothing_to_do_is_good_news(browser: Open, cast: Cast):
    page = browser(as_=cast.panel).visit("/")
    assert NOTHING in page.text
    assert "Coming up" not in page.text


def test_every_link_on_every_home_leads_somewhere(browser: Open, cast: Cast, year: Induction):
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw), held_on=TODAY - timedelta(days=40))
    for person in cast:
        visitor = browser(as_=person)
        hrefs = {link.attrib["href"] for link in visitor.visit("/").all("a")}
        for href in sorted(href for href in hrefs if href.startswith("/")):
            assert visitor.visit(href).status == 200, href


def test_the_newly_qualified_see_their_week_what_was_due_and_what_is_next(
    browser: Open, cast: Cast, year: Induction
):
    page = browser(as_=cast.nqsw).visit("/")
    assert "You are in week 22 of 52 of your induction year. Three things need you now" in page.text
    assert "Next is Monday 30 November 2026: Second direct observation." in page.text
    assert "Second assessed written document" in page.text
    assert "Agreed for Monday 30 November 2026" in page.text
    assert page.follow("Second assessed written document").status == 200


def test_nobody_is_asked_for_what_is_the_assessors_alone(
    browser: Open, cast: Cast, year: Induction
):
    mine = browser(as_=cast.nqsw).visit("/").text
    theirs = browser(as_=cast.assessor).visit("/").text
    assert "6 month review" not in mine
    assert "Second assessed written document: Amira Khan" in theirs


def test_a_manager_reads_that_what_was_due_waits_for_others(
    browser: Open, cast: Cast, year: Induction
):
    page = browser(as_=cast.manager).visit("/")
    assert "Was due" in page.text
    assert "Nothing needs you today; what was due with one person waits for somebody" in page.text
    assert "All done" not in page.text


def test_an_assessor_sees_whom_they_assess_and_records_what_was_due(
    browser: Open, cast: Cast, year: Induction
):
    page = browser(as_=cast.assessor).visit("/")
    assert "You assess one newly qualified worker. One thing needs you now" in page.text
    assert page.follow("Second assessed written document: Amira Khan").status == 200
    assert "You assess nobody at the moment." not in page.text


def test_a_manager_sees_their_own_people_in_their_first_year(
    browser: Open, cast: Cast, year: Induction
):
    assert "Amira Khan" in browser(as_=cast.manager).visit("/").text
    page = browser(as_=cast.consultant).visit("/")
    assert "Nobody in your team is in an induction year." in page.text
    assert "Amira Khan" not in page.text


def test_a_coach_finds_those_not_met_for_longest_first_and_logs_in_one_tap(
    browser: Open, cast: Cast
):
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw), held_on=TODAY - timedelta(days=3))
    a_session(
        a_pairing(coach=cast.coach, supported=cast.worker), held_on=TODAY - timedelta(days=30)
    )
    page = browser(as_=cast.coach).visit("/")
    assert "You support two people. One thing needs you now" in page.text
    assert page.text.index("Leila Taylor") < page.text.rindex("Amira Khan")
    assert page.follow("Log a session with Leila Taylor").url.startswith("/sessions/new?pairing=")


def test_a_coordinator_is_asked_to_enrol_who_is_not_enrolled(browser: Open, cast: Cast):
    page = browser(as_=cast.coordinator).visit("/")
    assert "Enrol Amira Khan in an induction year" in page.text
    an_induction(cast.nqsw, by=cast.coordinator)
    assert "Enrol Amira Khan" not in browser(as_=cast.coordinator).visit("/").text


def test_a_coordinator_sees_those_whom_only_the_staff_list_calls_newly_qualified(
    browser: Open, cast: Cast
):
    an_induction(cast.nqsw, by=cast.coordinator)
    wren = a_person(cast.hr, given="Wren", family="Silva")
    a_post(wren, job_title="Newly Qualified Social Worker", started_on=date(2026, 9, 7))
    long_here = a_person(cast.hr, given="Abel", family="Achebe")
    a_post(long_here, job_title="Newly Qualified Social Worker", started_on=date(2024, 9, 2))
    page = browser(as_=cast.coordinator).visit("/")
    assert "One thing needs you now." in page.text
    assert page.follow("Enrol Wren Silva in an induction year").url == "/inductions/new"


def test_many_who_wait_for_enrolment_are_one_deed(browser: Open, cast: Cast):
    for n in range(40):
        wren = a_person(cast.hr, given=f"Wren{n}", family="Silva")
        a_post(wren, job_title="Newly qualified", started_on=date(2026, 9, 7))
    page = browser(as_=cast.coordinator).visit("/")
    assert "One thing needs you now." in page.text
    assert "Enrol 41 newly qualified people" in page.text


def test_hr_sees_who_is_in_post_and_what_stands_vacant(browser: Open, cast: Cast):
    post = a_post(cast.worker, job_title="Family Support Worker")
    post.person_id = None
    page = browser(as_=cast.hr).visit("/")
    assert "13 people are in post, and 1 post stands vacant." in page.text
    assert "Family Support Worker" in page.text
    assert page.follow("Bring in the staff list").status == 200


def test_an_administrator_sees_who_cannot_sign_in(browser: Open, cast: Cast):
    assert "Everybody has been invited." in browser(as_=cast.admin).visit("/").text
    a_person(cast.admin, given="Wren", family="Silva", email="wren@riverside.example")
    page = browser(as_=cast.admin).visit("/")
    assert "1 person has no account yet." in page.text
    assert page.follow("Wren Silva").status == 200


def test_the_first_administrator_is_led_to_the_next_of_the_first_steps(browser: Open, cast: Cast):
    db.session.execute(delete(Post).where(Post.organisation_id == cast.admin.organisation_id))
    page = browser(as_=cast.admin).visit("/")
    assert "The staff list is not in yet. One thing needs you now." in page.text
    assert page.follow("Bring the staff list in").url == "/organisation/first-steps"
    a_post(cast.worker)
    db.session.execute(delete(RoleHeld).where(RoleHeld.role.in_(("hr", "coordinator"))))
    page = browser(as_=cast.admin).visit("/")
    assert "One thing needs you now." in page.text
    assert "Give somebody the role of HR" in page.text
    assert "first steps are done." in page.text


def test_an_administrator_finds_the_organisation_and_its_first_steps_from_home(
    browser: Open, cast: Cast
):
    for text, url in (
        ("First steps", "/organisation/first-steps"),
        ("Organisation", "/organisation"),
        ("Who has not signed in yet", "/accounts/invitations"),
    ):
        assert browser(as_=cast.admin).visit("/").follow(text).url == url


def test_those_who_hold_a_role_are_invited_first(browser: Open, cast: Cast):
    a_person(cast.admin, given="Abel", family="Achebe", email="abel@riverside.example")
    zoe = a_person(cast.admin, given="Zoë", family="Zimmer", email="zoe@riverside.example")
    a_role(zoe, "coach")
    text = browser(as_=cast.admin).visit("/").text
    assert text.index("Zoë Zimmer") < text.index("Holds a role") < text.index("Abel Achebe")


def test_the_principal_sees_totals_and_nobody_by_name(browser: Open, cast: Cast, year: Induction):
    text = browser(as_=cast.principal).visit("/").text
    assert "1people in an induction year" in text
    assert "Amira" not in text


def test_what_this_version_does_not_hold_is_said(browser: Open, cast: Cast):
    for person, words in (
        (cast.evaluator, "Sites, baselines and follow-ups"),
        (cast.commissioner, "Contracts with practices"),
    ):
        assert words in browser(as_=person).visit("/").text


def test_an_area_that_is_off_is_not_on_anybodys_home(browser: Open, cast: Cast, year: Induction):
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    db.session.get_one(Organisation, cast.nqsw.organisation_id).areas = []
    people = [cast.nqsw, cast.coach, cast.assessor, cast.coordinator, cast.principal]
    for person in people:
        page = browser(as_=person).visit("/")
        assert page.status == 200
        for words in ("Open my year", "week 22", "You support", "My pathway", "Log a session"):
            assert words not in page.text


def test_what_i_was_told_is_there(browser: Open, cast: Cast):
    an_induction(cast.nqsw, by=cast.coordinator)
    assert "Your induction year started" in browser(as_=cast.nqsw).visit("/").text


def test_a_stranger_is_sent_to_sign_in(browser: Open):
    assert browser().visit("/").url.startswith("/sign-in")


def a_crowd(cast: Cast, number: int) -> None:
    """So many newly qualified workers with years, pairings, and the one manager."""
    for n in range(number):
        person = a_person(cast.hr, given=f"Wren{n}", family="Silva")
        a_post(person, manager_id=cast.manager.id)
        a_role(person, "nqsw")
        if n % 10 == 0:
            an_induction(person, by=cast.coordinator, assessor=cast.assessor)
            a_session(a_pairing(coach=cast.coach, supported=person))
    db.session.commit()


def many_hats(cast: Cast) -> Person:
    """Somebody who coaches, assesses and manages."""
    for role in ("coach", "assessor"):
        db.session.add(
            RoleHeld(
                organisation_id=cast.manager.organisation_id,
                person_id=cast.manager.id,
                role=role,
                started_on=date(2024, 1, 1),
            )
        )
    db.session.commit()
    return cast.manager


def test_a_home_takes_at_most_12_statements_however_many_people_there_are(
    browser: Open, cast: Cast, statements: list[str]
):
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    many_hats(cast)
    people = [cast.nqsw, cast.coach, cast.assessor, cast.manager, cast.coordinator, cast.hr,
              cast.admin, cast.principal, cast.worker, cast.consultant]  # fmt: skip
    visitors = [browser(as_=person) for person in people]

    def counted() -> list[int]:
        counts = []
        for visitor in visitors:
            visitor.visit("/")
            statements.clear()
            visitor.visit("/")
            counts.append(len(statements))
        return counts

    a_crowd(cast, 40)
    few = counted()
    a_crowd(cast, 200)
    assert counted() == few
    assert max(few) <= 12, few
