"""Correcting what the directory says about somebody."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity.models import Account
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
        ("family_name", "", "Write the family name"),
        ("given_names", "?", "Write the given names"),
        ("phone", "ring me", "is not a telephone number"),
        ("staff_number", "12 34", "is not a staff number"),
        ("staff_number", "815", "Somebody else here has this staff number"),
        ("service_started_on", "soon", "Write the date as day, month and year"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_stays(
    field: str, written: str, sentence: str, cast: Cast, browser: Open
) -> None:
    cast.coach.staff_number = "000815"
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
        "given_names": "Leila",
        "family_name": "Taylor",
        "registration_status": "registered",
        "qualified_confirmed_on": "2020-01-01",
        "sort_key": "aaa",
        "claimed_email": "x@y.example",
        "organisation_id": str(cast.harbour_hr.organisation_id),
    }
    page.post(edit(cast), version="1", base="East Hub", left_on="2020-01-01", **extra)
    leila = fresh(cast.worker)
    assert (leila.base, leila.sort_key, leila.claimed_email) == ("East Hub", "taylor leila", None)
    assert (leila.registration_status, leila.qualified_confirmed_on) == ("", None)
    assert (leila.left_on, leila.organisation_id) == (None, cast.hr.organisation_id)


@pytest.mark.parametrize("who", ["worker", "manager", "coach", "coordinator"])
def test_others_may_not_correct_details(who: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=getattr(cast, who))
    assert page.visit(edit(cast)).status == 403
    assert page.post(edit(cast), base="X").status == 403


def test_a_person_elsewhere_does_not_exist(cast: Cast, browser: Open) -> None:
    assert browser(as_=cast.harbour_hr).visit(edit(cast)).status == 404


def test_names_title_telephone_and_service_are_put_right(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    page.submit(
        "Save details", title="Dr", given_names="Leïla Ann", family_name="Taylor-Núñez",
        phone="01632 960 001", service_started_on="1/9/2019", staff_number="0042",
    )  # fmt: skip
    leila = fresh(cast.worker)
    assert (leila.title, leila.name, leila.sort_key) == (
        "Dr", "Leïla Ann Taylor-Núñez", "taylor nunez leila ann",
    )  # fmt: skip
    assert (leila.phone, leila.service_started_on) == ("01632 960 001", date(2019, 9, 1))
    assert leila.staff_number == "0042"
    assert "Leïla Ann Taylor-Núñez" in page.visit("/people?q=nunez").text
    assert "0 people found for zzz" in page.visit("/people?q=zzz").text


def test_a_staff_number_that_payroll_gave_stays(cast: Cast, browser: Open) -> None:
    cast.worker.staff_number = "0042"
    page = browser(as_=cast.hr).visit(edit(cast))
    assert "Staff lists know them by it, so it stays." in page.text
    version = str(fresh(cast.worker).version)
    answers = {"given_names": "Leila", "family_name": "T", "staff_number": "77"}
    page.post(edit(cast), version=version, **answers)
    assert (fresh(cast.worker).family_name, cast.worker.staff_number) == ("T", "0042")


def test_who_keeps_a_field_is_said_beside_it(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    keeper = "The staff list keeps this: put it right there too"
    assert keeper in "".join(page.by_id("family_name-hint").itertext())
    assert keeper not in "".join(page.by_id("known_as-hint").itertext())


def test_a_day_that_hr_corrects_is_no_longer_confirmed(cast: Cast, browser: Open) -> None:
    cast.worker.qualified_on = cast.worker.qualified_confirmed_on = date(2023, 7, 13)
    page = browser(as_=cast.hr).visit(edit(cast))
    assert "If you write another one, they are asked again." in page.text
    page.submit("Save details", base="East Hub")
    assert fresh(cast.worker).qualified_confirmed_on == date(2023, 7, 13)
    page.visit(edit(cast)).submit("Save details", qualified_on="14/7/2023")
    assert fresh(cast.worker).qualified_confirmed_on is None


def test_another_address_does_not_change_how_somebody_signs_in(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    page.submit("Save details", email="lee@riverside.example")
    assert "How they sign in has not changed." in page.text
    account = db.session.query(Account).filter_by(person_id=cast.worker.id).one()
    db.session.refresh(account)
    assert account.email == "worker@riverside.example"
    said = page.visit(f"/people/{cast.worker.id}/account").text
    assert "The directory has lee@riverside.example" in said


def test_saving_costs_at_most_14_statements(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.hr).visit(edit(cast))
    data = {"csrf_token": page.token(), "version": "1", "given_names": "Lee", "family_name": "T",
            "email": "lee@riverside.example", "staff_number": "42"}  # fmt: skip
    address = edit(cast)
    db.session.commit()
    statements.clear()
    assert page.send("post", address, data=data).status_code == 303
    assert len(statements) <= 14
