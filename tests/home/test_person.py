"""One person's page: what each reader may see and do."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from portal.database import db
from portal.induction.models import Induction
from portal.mentoring.models import Pairing
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing, a_session
from tests.factories.people import a_person, a_post

Open = Callable[..., Browser]
YEAR, PAIRS = "Induction year", "Coaching and mentoring"


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22, assessed by Dan."""
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def pairing(cast: Cast) -> Pairing:
    """Priya coaches Amira; they met once."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing)
    return pairing


def sees(browser: Open, reader, person) -> str:
    page = browser(as_=reader).visit(f"/people/{person.id}")
    assert page.status == 200
    return page.text


def test_a_colleague_sees_work_and_nothing_more(
    browser: Open, cast: Cast, year: Induction, pairing: Pairing
):
    text = sees(browser, cast.worker, cast.nqsw)
    assert "Newly Qualified Social Worker, Family Support Pod A, based at Civic Centre." in text
    for words in (YEAR, PAIRS, "What you can do", "Staff number"):
        assert words not in text


def test_those_who_accompany_the_year_see_its_week(
    browser: Open, cast: Cast, year: Induction, pairing: Pairing
):
    for reader in (cast.nqsw, cast.assessor, cast.manager, cast.coordinator):
        assert "Week 22 of 52, assessed by Dan Okoro." in sees(browser, reader, cast.nqsw)
    for reader in (cast.coach, cast.hr, cast.admin, cast.principal, cast.consultant):
        assert YEAR not in sees(browser, reader, cast.nqsw)


def test_only_the_two_and_the_coordinator_see_the_pairing(
    browser: Open, cast: Cast, year: Induction, pairing: Pairing
):
    for reader in (cast.nqsw, cast.coach, cast.coordinator):
        text = sees(browser, reader, cast.nqsw)
        assert "Supported by Priya Nair, coaching" in text
        assert "Last met 19 November 2026" in text
        assert "Supports Amira Khan, coaching" in sees(browser, reader, cast.coach)
    for reader in (cast.manager, cast.assessor, cast.hr, cast.admin):
        assert PAIRS not in sees(browser, reader, cast.nqsw)


def test_the_coach_logs_a_session_from_here(browser: Open, cast: Cast, pairing: Pairing):
    page = browser(as_=cast.coach).visit(f"/people/{cast.nqsw.id}").follow("Log a session")
    assert (page.status, page.url) == (200, f"/sessions/new?pairing={pairing.id}")


def test_the_coordinator_enrols_somebody_newly_qualified_from_here(browser: Open, cast: Cast):
    page = browser(as_=cast.coordinator).visit(f"/people/{cast.nqsw.id}")
    page = page.follow("Enrol in an induction year")
    assert page.status == 200
    assert "Amira Khan" in page.text
    assert "Enrol in" not in sees(browser, cast.coordinator, cast.worker)
    an_induction(cast.nqsw, by=cast.coordinator)
    assert "Enrol in" not in sees(browser, cast.coordinator, cast.nqsw)


def test_the_administrator_reaches_the_account(browser: Open, cast: Cast):
    page = browser(as_=cast.admin).visit(f"/people/{cast.nqsw.id}")
    assert page.follow("Account and invitation").status == 200


def test_every_link_on_the_page_leads_somewhere(
    browser: Open, cast: Cast, year: Induction, pairing: Pairing
):
    for reader in (cast.nqsw, cast.coach, cast.coordinator, cast.hr, cast.admin, cast.manager):
        visitor = browser(as_=reader)
        links = visitor.visit(f"/people/{cast.nqsw.id}").all("a")
        for href in sorted({link.attrib["href"] for link in links}):
            if href.startswith("/"):
                assert visitor.visit(href).status == 200, href


def test_somebody_without_a_post_has_a_page(browser: Open, cast: Cast):
    assert "No post today." in sees(browser, cast.worker, a_person(cast.worker))


def test_another_organisations_person_is_as_unknown_as_nobody(browser: Open, cast: Cast):
    visitor = browser(as_=cast.hr)
    theirs = visitor.visit(f"/people/{cast.harbour_nqsw.id}")
    assert theirs.status == 404
    words = theirs.text
    assert visitor.visit(f"/people/{uuid4()}").text == words


def test_the_page_takes_at_most_12_statements(
    browser: Open, cast: Cast, year: Induction, pairing: Pairing, statements: list[str]
):
    for number in range(5):
        mentor = a_person(cast.hr, given=f"Wren{number}")
        a_post(cast.nqsw, started_on=date(2020 + number, 1, 1), ended_on=date(2020 + number, 6, 1))
        a_session(a_pairing(coach=mentor, supported=cast.nqsw, kind="mentoring"))
    db.session.commit()
    for reader in (cast.coordinator, cast.coach, cast.hr, cast.admin):
        visitor, here = browser(as_=reader).visit("/"), f"/people/{cast.nqsw.id}"
        db.session.commit()
        statements.clear()
        visitor.visit(here)
        assert len(statements) <= 12, len(statements)
