"""Correcting what the directory says about somebody."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Person, PersonWord
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]


def fresh(person: Person) -> Person:
    db.session.expire_all()
    return db.session.get_one(Person, person.id)


def edit(cast: Cast) -> str:
    return f"/people/{cast.worker.id}/edit"


def test_hr_corrects_details_and_they_are_kept_in_one_form(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    page.submit(
        "Save details",
        known_as="Lee ",
        email="Lee.Taylor@Riverside.example",
        base="East Hub",
        working_days=["Tue", "Mon"],
        registration_number="sw 4711",
        qualified_on="1 July 2023",
    )
    leila = fresh(cast.worker)
    assert (leila.known_as, leila.email) == ("Lee", "lee.taylor@riverside.example")
    assert (leila.base, leila.working_days) == ("East Hub", "Mon Tue")
    assert (leila.registration_number, leila.qualified_on) == ("SW4711", date(2023, 7, 1))


def test_a_new_name_is_found_and_sorted_at_once(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    page.submit("Save details", known_as="Zoë")
    assert fresh(cast.worker).sort_key == "taylor zoe"
    assert db.session.query(PersonWord).filter_by(word="zoe").count() == 1
    assert "Zoë Taylor" in page.visit("/people?q=zoe").text


def test_the_trail_names_the_fields_and_not_the_words(cast: Cast, browser: Open) -> None:
    browser(as_=cast.hr).visit(edit(cast)).submit("Save details", base="East Hub")
    entry = db.session.query(AuditEntry).filter_by(action="people.person_edited").one()
    assert (entry.actor_id, entry.particulars) == (cast.hr.id, {"fields": ["base"]})


def test_marks_that_nobody_sees_are_left_out(cast: Cast, browser: Open) -> None:
    """T35: a mark that turns the letters round would do so on every page with the name."""
    page = browser(as_=cast.hr).visit(edit(cast))
    page.submit("Save details", known_as="\u202eLee\u200b", base="East\u2066 Hub\u0007")
    assert (fresh(cast.worker).known_as, cast.worker.base) == ("Lee", "East Hub")


def test_nothing_changed_leaves_no_trace(cast: Cast, browser: Open) -> None:
    browser(as_=cast.hr).visit(edit(cast)).submit("Save details")
    assert db.session.query(AuditEntry).filter_by(action="people.person_edited").count() == 0


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        ("email", "no address", "is not an e-mail address"),
        ("email", "coach@riverside.example", "Somebody else in the directory has this address"),
        ("registration_number", "RN 12", "is not a registration number"),
        ("qualified_on", "31/02/2024", "That date does not exist"),
        ("qualified_on", "1/1/2030", "The day of qualifying cannot lie ahead"),
        ("known_as", "x" * 81, "Use at most 80 letters"),
        ("base", "x" * 81, "Use at most 80 letters"),
        ("base", "=1+1", "is a formula"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_stays(
    field: str, written: str, sentence: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(edit(cast)).submit("Save details", **{field: written})
    assert page.status == 422
    assert sentence in page.text
    assert f'value="{written}"' in page.html


def test_the_second_of_two_is_told_and_keeps_their_words(cast: Cast, browser: Open) -> None:
    first, second = (
        browser(as_=cast.hr).visit(edit(cast)),
        browser(as_=cast.admin).visit(edit(cast)),
    )
    first.submit("Save details", base="East Hub")
    second.submit("Save details", base="<b>West</b> Hub")
    assert second.status == 409
    assert "Somebody else changed this meanwhile" in second.text
    assert "East Hub" in second.text
    assert 'value="&lt;b&gt;West&lt;/b&gt; Hub"' in second.html
    assert fresh(cast.worker).base == "East Hub"


def test_the_second_who_has_seen_what_it_says_now_may_decide(cast: Cast, browser: Open) -> None:
    page = f"/people/{cast.nqsw.id}/edit"
    first, second = browser(as_=cast.hr).visit(page), browser(as_=cast.admin).visit(page)
    first.submit("Save details", base="East Hub")
    assert second.submit("Save details", base="West Hub").status == 409
    assert second.submit("Save details").status == 200
    assert "West Hub" in second.text


def test_only_what_the_form_asks_is_changed(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    extra = {
        "family_name": "Other",
        "staff_number": "1",
        "organisation_id": str(cast.harbour_hr.organisation_id),
    }
    page.post(edit(cast), version="1", base="East Hub", left_on="2020-01-01", **extra)
    leila = fresh(cast.worker)
    assert (leila.base, leila.family_name, leila.staff_number) == ("East Hub", "Taylor", None)
    assert (leila.left_on, leila.organisation_id) == (None, cast.hr.organisation_id)


@pytest.mark.parametrize("who", ["worker", "manager", "coach", "coordinator"])
def test_others_may_not_correct_details(who: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=getattr(cast, who))
    assert page.visit(edit(cast)).status == 403
    assert page.post(edit(cast), base="X").status == 403


def test_a_person_elsewhere_does_not_exist(cast: Cast, browser: Open) -> None:
    assert browser(as_=cast.harbour_hr).visit(edit(cast)).status == 404
