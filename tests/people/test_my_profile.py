"""My profile: what somebody says about themself, and what others keep."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.people.models import Organisation, Person, PersonStrength
from portal.people.strengths import STRENGTHS
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]
SAVE = "Save your profile"


def fresh(person: Person) -> Person:
    db.session.expire_all()
    return db.session.get_one(Person, person.id)


def strengths_of(person: Person) -> set[str]:
    kept = db.session.query(PersonStrength).filter_by(person_id=person.id)
    return {each.strength for each in kept}


def owned(cast: Cast, *fields: str) -> None:
    db.session.get_one(Organisation, cast.worker.organisation_id).portal_owns = list(fields)
    db.session.commit()


def test_what_somebody_says_about_themself_is_kept_and_found(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile").submit(
        SAVE,
        known_as="Lee",
        phone=" 01632  960 001 ext 12",
        reach_me="Ring before ten.\r\nOn Thursdays I am in court.",
        base="East Hub",
        working_days=["Mon", "Wed"],
        strengths=["court-skills", "neglect"],
    )  # fmt: skip
    assert "Saved your profile." in page.text
    leila = fresh(cast.worker)
    assert (leila.known_as, leila.phone) == ("Lee", "01632 960 001 ext 12")
    assert leila.reach_me == "Ring before ten.\nOn Thursdays I am in court."
    assert (leila.base, leila.working_days) == ("East Hub", "Mon Wed")
    assert strengths_of(leila) == {"court-skills", "neglect"}
    other = browser(as_=cast.manager)
    assert "Lee Taylor" in other.visit("/people?strength=court-skills&q=lee").text
    seen = other.visit(f"/people/{leila.id}")
    assert "On Thursdays I am in court." in seen.text
    assert 'href="tel:01632960001;ext=12"' in seen.html
    assert "Court skills" in seen.text


def test_the_page_shows_again_what_was_said(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    page.submit(SAVE, phone="01632 960001", strengths=["neglect"], reach_me="Ring.")
    assert 'value="01632 960001"' in page.visit("/my-profile").html
    page.submit(SAVE)
    assert "Nothing was changed." in page.text
    assert strengths_of(cast.worker) == {"neglect"}
    assert fresh(cast.worker).working_days == "Mon Tue Wed Thu Fri"


def test_the_trail_names_the_fields_and_not_the_words(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    page.submit(SAVE, phone="01632 960001", strengths=["neglect"])
    entry = db.session.query(AuditEntry).filter_by(action="people.profile_edited").one()
    assert entry.actor_id == cast.worker.id
    assert entry.particulars == {"fields": ["phone", "strengths"]}


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        ("phone", "ring me", "is not a telephone number"),
        ("phone", "<b>1</b>", "is not a telephone number"),
        ("phone", "1" * 41, "is not a telephone number"),
        ("known_as", "x" * 81, "Use at most 80 letters"),
        ("base", "=1+1", "is a formula"),
        ("qualified_on", "31/02/2024", "That date does not exist"),
        ("qualified_on", "1/1/2030", "cannot lie ahead"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_everything_typed_stays(
    field: str, written: str, sentence: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    page.submit(SAVE, **({"reach_me": "Ring <me>", "strengths": ["neglect"]} | {field: written}))
    assert page.status == 422
    assert sentence in page.text
    assert written.replace("<", "&lt;").replace(">", "&gt;") in page.html
    assert "Ring &lt;me&gt;" in page.html
    box = page.by_id("strength-neglect")
    assert "checked" in box.attrib
    assert fresh(cast.worker).reach_me == ""


def test_too_many_words_are_refused(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile").submit(SAVE, reach_me="x" * 301)
    assert (page.status, "301 letters long. Use at most 300." in page.text) == (422, True)
    page.submit(SAVE, reach_me="a\nb\nc\nd\ne\nf\ng")
    assert (page.status, "too many lines" in page.text) == (422, True)


def test_a_strength_that_nobody_knows_is_refused(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    page.submit(SAVE, strengths=["neglect", "knitting"])
    assert (page.status, "Choose from the list." in page.text) == (422, True)


def test_an_imported_day_is_confirmed_or_corrected(cast: Cast, browser: Open) -> None:
    cast.worker.qualified_on = date(2023, 7, 13)
    page = browser(as_=cast.worker).visit("/my-profile")
    assert "Please say whether 13 July 2023 is the day you qualified." in page.text
    page.submit(SAVE, phone="01632 960001")
    assert fresh(cast.worker).qualified_confirmed_on is None
    page.submit(SAVE, qualified="right")
    leila = fresh(cast.worker)
    assert (leila.qualified_on, leila.qualified_confirmed_on) == (date(2023, 7, 13), today())
    page.submit(SAVE, qualified="another", qualified_on="14 July 2023")
    assert fresh(cast.worker).qualified_on == date(2023, 7, 14)
    entries = db.session.query(AuditEntry).filter_by(action="people.profile_edited").all()
    fields = [set(entry.particulars["fields"]) for entry in entries]
    assert {"qualified_confirmed_on"} in fields
    assert {"qualified_on", "qualified_confirmed_on"} in fields


def test_another_day_asks_for_the_day_and_both_are_not_taken(cast: Cast, browser: Open) -> None:
    cast.worker.qualified_on = date(2023, 7, 13)
    page = browser(as_=cast.worker).visit("/my-profile")
    assert "Write the day you qualified" in page.submit(SAVE, qualified="another").text
    page.submit(SAVE, qualified="right", qualified_on="1/1/2020")
    assert (page.status, "leave this empty if the day is right" in page.text) == (422, True)
    assert fresh(cast.worker).qualified_on == date(2023, 7, 13)


def test_an_unknown_day_stays_unknown_until_it_is_said(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile").submit(SAVE, phone="01632 960001")
    assert fresh(cast.worker).qualified_on is None
    page.submit(SAVE, qualified_on="13/7/2023")
    assert fresh(cast.worker).qualified_confirmed_on == today()


def test_what_the_staff_list_keeps_is_said_and_not_asked(cast: Cast, browser: Open) -> None:
    owned(cast, "email", "known_as")
    page = browser(as_=cast.worker).visit("/my-profile")
    assert "keeps given names, family name, base and working days." in page.text
    names = {e.attrib.get("name") for e in page.all("input")}
    assert "known_as" in names
    assert not names & {"base", "working_days", "email", "family_name"}
    page.post("/my-profile", version="1", base="Elsewhere", working_days="Sun", phone="999")
    assert (fresh(cast.worker).base, cast.worker.phone) == ("Civic Centre", "999")


def test_only_what_the_form_asks_is_changed(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    page.post(
        "/my-profile", version="1", phone="999", email="x@example.org", family_name="Other",
        staff_number="1", registration_status="registered", left_on="2020-01-01",
        qualified_confirmed_on="2020-01-01", organisation_id=str(cast.harbour_hr.organisation_id),
    )  # fmt: skip
    leila = fresh(cast.worker)
    assert (leila.phone, leila.email) == ("999", "worker@riverside.example")
    assert (leila.family_name, leila.staff_number, leila.left_on) == ("Taylor", None, None)
    assert (leila.registration_status, leila.qualified_confirmed_on) == ("", None)


def test_the_second_of_two_is_told_and_keeps_their_words(cast: Cast, browser: Open) -> None:
    mine, hr = browser(as_=cast.worker).visit("/my-profile"), browser(as_=cast.hr)
    hr.visit(f"/people/{cast.worker.id}/edit").submit("Save details", base="East Hub")
    mine.submit(SAVE, reach_me="<i>Ring</i>", strengths=["neglect"])
    assert mine.status == 409
    assert "Somebody else changed this meanwhile" in mine.text
    assert "&lt;i&gt;Ring&lt;/i&gt;" in mine.html
    assert strengths_of(cast.worker) == set()
    assert mine.submit(SAVE, base="East Hub").status == 200
    assert strengths_of(cast.worker) == {"neglect"}


def test_what_was_saved_elsewhere_stands_beneath_what_was_typed(cast: Cast, browser: Open) -> None:
    one, two = (browser(as_=cast.worker).visit("/my-profile") for _ in range(2))
    one.submit(SAVE, reach_me="Ring before ten", phone="01632 960 001", strengths=["neglect"])
    two.submit(SAVE, reach_me="Send a message", phone="01632 960 001")
    assert two.status == 409
    assert "The portal now says: Ring before ten" in two.text
    assert two.text.count("The portal now says:") == 1
    assert STRENGTHS["neglect"].label in two.text.partition("Begin again")[0]
    assert "Send a message" in two.html


def test_strengths_alone_make_an_earlier_page_out_of_date(cast: Cast, browser: Open) -> None:
    one = browser(as_=cast.worker).visit("/my-profile")
    two = browser(as_=cast.worker).visit("/my-profile")
    one.submit(SAVE, strengths=["neglect"])
    assert two.submit(SAVE, strengths=["health"]).status == 409
    assert strengths_of(cast.worker) == {"neglect"}


def test_saving_costs_few_statements(cast: Cast, browser: Open, statements: list[str]) -> None:
    page = browser(as_=cast.worker).visit("/my-profile")
    statements.clear()
    page.send("post", "/my-profile", data={
        "csrf_token": page.token(), "version": "1", "known_as": "Lee", "phone": "999",
        "strengths": ["neglect", "health"], "qualified_on": "1/7/2023",
    })  # fmt: skip
    assert fresh(cast.worker).known_as == "Lee"
    sent = [each for each in statements if "strength" in each or "person" in each]
    assert sent
    assert len(statements) <= 20  # the page with the token, and the form itself


def test_who_can_read_it_is_said_before_it_is_saved(cast: Cast, browser: Open) -> None:
    text = browser(as_=cast.worker).visit("/my-profile").text
    assert text.index("Who can read this") < text.index(SAVE)
    assert "Everybody at Riverside can read all of it but the day you qualified." in text
