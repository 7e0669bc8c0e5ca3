"""Checking registrations on the page, against the regulator's list."""

import io
from datetime import date, timedelta
from typing import Any

import pytest

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post
from tests.people.odd_workbooks import with_rows

PAGE = "/people/registrations"
HEADINGS = ("Registration number", "Name", "Status", "Registered until")
END = date(2027, 11, 30)


def check(page: Browser, *rows: tuple[Any, ...], name: str = "swe.xlsx", **answers: Any) -> Browser:
    """Choose a list with these rows, and send it."""
    content = with_rows(*rows, headings=HEADINGS)
    return page.visit(PAGE).submit(
        "Check registrations", file=(io.BytesIO(content), name), **answers
    )


def of(person: Person) -> tuple[str, date | None, date | None]:
    db.session.expire_all()
    kept = db.session.get_one(Person, person.id)
    return kept.registration_status, kept.registered_until, kept.registration_checked_on


@pytest.fixture
def ben(cast: Cast) -> Person:
    ben = a_person(cast.hr, given="Ben", family="Okafor", registration_number="SW123")
    a_post(ben)
    return ben


@pytest.fixture
def wren(cast: Cast) -> Person:
    wren = a_person(cast.hr, given="Wren", family="Silva", registration_number="SW456")
    a_post(wren)
    return wren


def test_the_page_says_where_we_stand_and_whose_number_is_missing(ben, cast, browser) -> None:
    page = browser(as_=cast.hr).visit(PAGE)
    assert "No registration of 7 social workers has been checked yet." in page.text
    assert "Not checked yet (1)" in page.text
    assert "Their job asks for registration, and no number is known." in page.text
    assert "No number (6)" in page.text
    assert "Leila Taylor" in page.text
    assert "Ben Okafor" not in page.text
    assert "Kofi Owusu" not in page.text, "an assistant is not registered"
    assert "SW123 was never looked up." in page.follow("Not checked yet (1)").text


def test_a_list_says_who_is_registered_and_until_when(ben, wren, cast, browser) -> None:
    page = check(browser(as_=cast.hr), ("SW0123", "OKAFOR, Benjamin Ben", "Registered", END),
                 ("456", "Somebody Else", "Registered", END))  # fmt: skip
    assert "2 people were looked up: 1 registered, 1 under another name." in page.text
    assert "1 of 8 social workers is registered until 30 November 2027." in page.text
    page.follow("Another name (1)")
    assert "SW456 stood under another name when it was looked up on 26 November 2026." in page.text
    assert of(ben) == ("registered", END, today())
    assert of(wren) == ("another name", None, today())
    assert db.session.get_one(Person, wren.id).family_name == "Silva"


def test_absence_means_something_only_when_everybody_was_looked_up(
    ben, wren, cast, browser
) -> None:
    page = browser(as_=cast.hr)
    check(page, ("SW123", "Ben Okafor", "Registered", END))
    assert of(wren) == ("", None, None)
    check(page, ("SW123", "Ben Okafor", "Registered", END), is_everyone="y")
    assert of(wren) == ("not found", None, today())
    assert "SW456 was not found" in page.follow("Not found (1)").text


def test_each_person_about_whom_something_new_is_said_has_an_audit_entry(
    ben, wren, cast, browser
) -> None:
    page = browser(as_=cast.admin)
    rows = [("SW123", "Ben Okafor", "Registered", END), ("SW456", "Wren Silva", "Removed", None)]
    check(page, *rows)
    check(page, *rows)
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    new = [entry for entry in entries if entry.action == "people.registration_changed"]
    assert {entry.subject_id for entry in new} == {ben.id, wren.id}
    assert len(new) == 2
    lists = [
        entry.particulars for entry in entries if entry.action.endswith("registrations_checked")
    ]
    assert lists == [{"looked_up": 2, "changed": 2}, {"looked_up": 2, "changed": 0}]


def test_registrations_that_end_within_sixty_days_and_that_are_over_are_to_be_looked_at(
    ben, wren, cast, browser
) -> None:
    for person, days in ((ben, 60), (wren, -1)):
        person.registration_status = "registered"
        person.registered_until = today() + timedelta(days=days)
    page = browser(as_=cast.hr).visit(PAGE).follow("Ends within 60 days (1)")
    assert "SW123 is registered until 25 January 2027." in page.text
    assert "SW456 was registered until 25 November 2026." in page.follow("Over (1)").text
    ben.registered_until = today() + timedelta(days=61)
    assert "Ends within 60 days" not in browser(as_=cast.hr).visit(PAGE).text
    assert "Nobody of this kind." in browser(as_=cast.hr).visit(f"{PAGE}?kind=soon").text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"Name,Status\nBen Okafor,Registered\n", "No column of registration numbers was found."),
        (b"Reg no,Status\nSW1,Registered\n", "No column of names was found."),
        (b"Reg no,Name\nSW9,Ada Lovelace\n", "None of the numbers that the portal has is in this"),
        (b"PK\x03\x04", "This workbook is damaged"),
    ],
)
def test_what_is_no_list_of_ours_changes_nothing_and_is_told(
    content: bytes, sentence: str, ben, cast, browser
) -> None:
    page = browser(as_=cast.hr).visit(PAGE)
    file = (io.BytesIO(content), "swe.csv")
    page.submit("Check registrations", file=file, is_everyone="y")
    assert page.status == 422
    assert sentence in page.text
    assert of(ben) == ("", None, None)


def test_without_any_numbers_the_next_step_is_the_staff_list(cast, browser) -> None:
    page = check(browser(as_=cast.hr), ("SW1", "Ben Okafor", "Registered", END))
    assert page.status == 422
    assert "The portal has no registration numbers yet." in page.text


def test_another_organisation_is_never_touched(cast, browser) -> None:
    cast.harbour_nqsw.registration_number = "SW123"
    ben = a_person(cast.hr, given="Noor", family="Farah", registration_number="SW123")
    check(browser(as_=cast.hr), ("SW123", "Noor Farah", "Registered", END), is_everyone="y")
    assert of(ben)[0] == "registered"
    assert of(cast.harbour_nqsw) == ("", None, None)


def test_another_number_and_a_name_put_right_are_to_be_looked_up_again(
    ben, wren, cast, browser
) -> None:
    page = browser(as_=cast.hr)
    check(
        page, ("SW123", "Ben Okafor", "Registered", END), ("SW456", "Rin Silva", "Registered", END)
    )
    page.visit(f"/people/{ben.id}/edit").submit("Save", registration_number="SW124")
    page.visit(f"/people/{wren.id}/edit").submit("Save", base="East Hub")
    assert of(wren)[0] == "another name"
    page.visit(f"/people/{wren.id}/edit").submit("Save", known_as="Rin")
    assert of(ben) == of(wren) == ("", None, None)


def test_what_is_to_be_looked_at_goes_out_as_a_file(ben, cast, browser) -> None:
    page = browser(as_=cast.hr).visit(f"{PAGE}?kind=unchecked")
    assert "as=csv" in page.html
    answer = page.send("get", f"{PAGE}/export?kind=unchecked&as=csv")
    assert answer.get_data(as_text=True).splitlines()[1].startswith("Ben Okafor,,SW123,Not checked")
    entry = db.session.query(AuditEntry).filter_by(action="people.registrations_exported").one()
    assert entry.particulars["rows"] == 1


@pytest.mark.parametrize("who", ["nqsw", "manager", "coordinator", "principal", "evaluator"])
def test_only_hr_and_administrators_look_after_registrations(who, cast, browser) -> None:
    page = browser(as_=getattr(cast, who))
    assert page.visit(PAGE).status == 403
    assert page.post(PAGE).status == 403


def test_the_page_takes_as_many_statements_however_many_people(cast, browser, statements) -> None:
    taken = set()
    page = browser(as_=cast.hr)
    page.visit(PAGE)
    for size in (60, 600):
        for number in range(size):
            person = a_person(cast.hr, family=f"Silva{number}", registration_number=f"SW{number}")
            a_post(person)
        db.session.commit()
        statements.clear()
        page.visit(PAGE)
        taken.add(len(statements))
    assert len(taken) == 1
    assert taken.pop() <= 12
