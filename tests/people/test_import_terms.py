"""What somebody says about a staff list beside its columns, and what follows from it."""

from datetime import date

import pytest

from portal.database import db
from portal.people.models import Organisation, Person, Post, RoleHeld
from tests.factories.people import a_list
from tests.people.importing import chosen, looked_at, row, some


@pytest.fixture
def hr(cast, browser):
    """HR before a portal that keeps everybody who works here in its staff list."""
    for number, person in enumerate(
        db.session.query(Person).filter_by(organisation_id=cast.hr.organisation_id), start=90000
    ):
        person.left_on = None if person.id == cast.hr.id else date(2026, 1, 1)
        person.staff_number = str(number)
    page = browser(as_=cast.hr)
    return page


def the_person(number):
    db.session.expire_all()
    return db.session.query(Person).filter_by(staff_number=f"{number:08}").one()


def test_everything_is_filled_in_before_anybody_types(hr):
    page = chosen(hr, some(2))
    boxes = {box.attrib.get("name"): box for box in page.all("input")}
    assert boxes["source_name"].attrib["value"] == "Payroll"
    assert boxes["as_at"].attrib["value"] == "26/11/2026"
    assert "checked" not in boxes["is_everyone"].attrib
    page.submit("Look at the rows")
    assert page.heading == "What would change"


def test_nobody_leaves_by_a_list_that_is_not_everyone(hr):
    looked_at(hr, some(3)).submit("Apply")
    looked_at(hr, some(2)).submit("Apply")
    assert the_person(3).left_on is None


def test_whoever_is_not_in_a_list_of_everyone_is_shown_and_then_leaves(hr):
    looked_at(hr, some(40)).submit("Apply")
    page = looked_at(hr, some(39), is_everyone="y", as_at="20/11/2026")
    assert "Whoever works here and is not in this list, which shows Friday 20 November" in page.text
    page.follow("Ended (1)")
    assert "Ben Silva40 Ended" in page.text
    page.submit("Apply")
    assert page.heading == "The staff list is in"
    assert the_person(40).left_on is not None
    assert the_person(39).left_on is None


def test_when_many_would_leave_it_is_asked_again_in_words(hr):
    looked_at(hr, some(20)).submit("Apply")
    page = looked_at(hr, some(15), is_everyone="y")
    assert "Yes: 5 of the 21 people here have left (24%)" in page.text
    page.submit("Apply")
    assert page.status == 422
    assert "Tick that they have left, or give up this file" in page.text
    assert the_person(20).left_on is None
    page.submit("Apply", they_left="y")
    assert page.heading == "The staff list is in"
    assert the_person(20).left_on is not None


def test_whoever_brings_the_list_in_never_leaves_by_it(hr, cast):
    page = looked_at(hr, some(20), is_everyone="y").submit("Apply")
    assert page.heading == "The staff list is in"
    db.session.expire_all()
    assert db.session.get_one(Person, cast.hr.id).left_on is None


def test_the_last_administrators_never_leave_by_it(hr, cast):
    cast.admin.left_on = None
    looked_at(hr, some(20), is_everyone="y").submit("Apply")
    db.session.expire_all()
    assert db.session.get_one(Person, cast.admin.id).left_on is None
    assert (
        db.session.query(RoleHeld).filter_by(person_id=cast.admin.id, role="admin").one().ended_on
        is None
    )


def test_in_a_demo_nobody_leaves(hr, cast):
    looked_at(hr, some(20)).submit("Apply")
    db.session.get_one(Organisation, cast.hr.organisation_id).is_demo = True
    db.session.commit()
    page = looked_at(hr, some(2), is_everyone="y").submit("Apply")
    assert page.heading == "The staff list is in"
    assert the_person(20).left_on is None


@pytest.mark.parametrize(("said", "posts"), [("changed", 2), ("always so", 1)])
def test_another_grade_is_a_change_or_was_always_so(said, posts, hr):
    looked_at(hr, a_list(row(1, Grade="G8"))).submit("Apply")
    again = a_list(row(1, Grade="G9"))
    looked_at(hr, again, is_correction=said, as_at="20/11/2026").submit("Apply")
    held = db.session.query(Post).filter_by(person_id=the_person(1).id)
    assert held.count() == posts
    assert held.filter_by(ended_on=None).one().grade == "G9"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"as_at": "27/11/2026"}, "This day has not come yet"),
        ({"as_at": ""}, "Enter the day that the list shows"),
        ({"as_at": "31/2/2026"}, ""),
        ({"source_name": "  "}, "Enter a name for the system"),
        ({"source_name": "x" * 61}, "Use at most 60 letters"),
        ({"is_correction": "never"}, ""),
    ],
)
def test_what_is_wrong_is_told_beside_it_and_keeps_what_was_typed(told, sentence, hr):
    page = chosen(hr, some(2)).submit("Look at the rows", base="2", **told)
    assert page.status == 422
    assert sentence in page.text
    for name, value in told.items():
        if name != "is_correction":
            assert next(
                box for box in page.all("input") if box.attrib.get("name") == name
            ).attrib["value"].strip() == value.strip()  # fmt: skip
    chosen_column = page.by_id("base")
    assert any("selected" in option.attrib for option in chosen_column if option.text != "")


def test_going_back_to_the_columns_shows_what_was_said(hr):
    page = looked_at(hr, some(2), as_at="1/11/2026", is_everyone="y", source_name="Agresso")
    page.follow("Correct the columns")
    boxes = {box.attrib.get("name"): box for box in page.all("input")}
    assert boxes["as_at"].attrib["value"] == "01/11/2026"
    assert "checked" in boxes["is_everyone"].attrib
    assert boxes["source_name"].attrib["value"] == "Agresso"
