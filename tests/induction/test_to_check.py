"""Who may start is the programme's own rule: said with its reason, and nobody is stopped by it."""

from dataclasses import replace
from datetime import date

import pytest

from portal.database import db
from portal.induction import entry, operations, programmes
from portal.induction.models import Induction
from portal.induction.programmes.template import Eligibility
from portal.people.models import Person
from tests.factories.induction import ASYE
from tests.factories.people import a_person, a_post
from tests.factories.programmes import a_draft

START = date(2026, 9, 7)
TWO_YEARS = replace(ASYE, eligibility=Eligibility(within_years=2))
NO_WINDOW = replace(ASYE, eligibility=Eligibility(is_registration_needed=False))


def somebody(**facts) -> Person:
    known = {"registration_number": "SW12345", "registration_status": "registered"}
    return Person(**known | facts)


@pytest.mark.parametrize(
    ("programme", "qualified_on", "says"),
    [
        (ASYE, date(2022, 9, 7), []),
        (ASYE, date(2022, 9, 6), ["They qualified on 6 September 2022, more than four years before"]),
        (TWO_YEARS, date(2024, 9, 7), []),
        (TWO_YEARS, date(2024, 9, 6), ["They qualified on 6 September 2024, more than two years before"]),
        (TWO_YEARS, date(2026, 10, 1), ["They qualify on 1 October 2026, after the first day"]),
        (ASYE, None, ["The portal does not know when they qualified"]),
        (NO_WINDOW, None, []),
    ],
)  # fmt: skip
def test_the_window_is_the_programme_s(programme, qualified_on, says) -> None:
    assert entry.to_check(somebody(qualified_on=qualified_on), programme, START) == says


@pytest.mark.parametrize(
    ("number", "status", "says"),
    [
        ("SW12345", "registered", []),
        ("", "", ["The portal knows no registration number"]),
        ("SW12345", "", ["Nobody has looked up yet whether they are registered"]),
        ("SW12345", "lapsed", ["Registration: lapsed"]),
    ],
)
def test_registration_is_checked_where_the_programme_says_so(number, status, says) -> None:
    facts = {"registration_number": number, "registration_status": status}
    person = somebody(qualified_on=date(2026, 7, 1), **facts)
    assert entry.to_check(person, ASYE, START) == says
    assert entry.to_check(person, NO_WINDOW, START) == []


def test_it_stands_beside_the_names_and_is_said_again_after_enrolling(browser, cast) -> None:
    wren = a_person(cast.worker, given="Wren", family="Silva", qualified_on=date(2019, 7, 1))
    a_post(wren, started_on=START, job_title="Newly Qualified Social Worker")
    db.session.commit()
    page = browser(as_=cast.coordinator).visit("/inductions/new?q=Wren")
    assert "1 person has something to check" in page.text
    assert "qualified on 1 July 2019, more than four years before" in page.text
    page.submit("Enrol", people=[str(wren.id)])
    assert "Wren Silva is enrolled, and has been told. Still to check: Wren Silva" in page.text
    assert db.session.query(Induction).filter_by(person_id=wren.id).one()


def test_a_list_is_checked_by_the_window_of_our_own_programme(browser, cast) -> None:
    robin = a_person(cast.worker, given="Robin", staff_number="T-2", qualified_on=date(2023, 7, 1))
    a_post(robin, started_on=START, job_title="Newly Qualified Social Worker")
    own = a_draft(cast.coordinator)
    window = {"within_years": 2, "registration": False}
    content = own.content | {"eligibility": window}
    operations.change_programme(cast.coordinator, own, content, "eligibility")
    operations.publish_programme(cast.coordinator, own)
    db.session.commit()
    page = browser(as_=cast.coordinator).visit("/inductions/new/list")
    page.submit("Look at the rows", programme=f"{own.key} 1", rows="Staff number\nT-2\n")
    assert "They qualified on 1 July 2023, more than two years before." in page.text
    page.submit("Enrol 1 person")
    year = db.session.query(Induction).filter_by(person_id=robin.id).one()
    assert year.programme == programmes.pinned(own.key, "1")


def test_what_is_not_offered_here_is_not_enrolled_on_from_a_list(browser, cast) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new/list")
    assert "2008" not in page.text
    page.post("/inductions/new/list", programme="cwdc-nqsw 2008", rows="Staff number\nT-1\n")
    assert page.status == 422
