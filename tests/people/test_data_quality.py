"""What is to be looked at in the data, and what mends it from the page."""

from datetime import date
from decimal import Decimal

import pytest

from portal.clock import today
from portal.database import db
from portal.people.models import Person, Post, Unit
from portal.people.quality import judging
from portal.people.queries import quality as queries
from tests.factories.people import a_person, a_post

PAGE = "/people/quality"
YESTERDAY = date(2026, 11, 25)


def found(person):
    """The kinds that this person is found in."""
    db.session.flush()
    people = queries.looking.look(person.organisation_id, today()).people
    return {kind for kind, those in people.items() if person.id in those}


@pytest.fixture
def right(cast):
    """Somebody with whom nothing is the matter, under Rosa."""
    person = a_person(
        cast.hr, given="Wren", family="Silva", email="wren@riverside.example",
        registration_number="SW120", qualified_on=date(2015, 7, 1),
        service_started_on=date(2020, 9, 1),
    )  # fmt: skip
    a_post(person, manager_id=cast.manager.id, fte=1, hours=37)
    assert found(person) == set()
    return person


def their_post(person) -> Post:
    return db.session.query(Post).filter_by(person_id=person.id).one()


def plant(person, **facts):
    for name, value in facts.items():
        setattr(person, name, value)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("address", {"claimed_email": "ben@riverside.example"}),
        ("registration-missing", {"registration_number": ""}),
        ("registration-not-found", {"registration_status": "not found"}),
        ("registration-not-found", {"registration_status": "another name"}),
        ("registration-not-found", {"registered_until": YESTERDAY}),
        ("qualified-unknown", {"qualified_on": None}),
        ("no-email", {"email": None}),
        ("question-marks", {"given_names": "Zo?"}),
        ("question-marks", {"family_name": "N??ez"}),
        ("question-marks", {"known_as": "?"}),
    ],
)
def test_what_is_wrong_with_a_person_is_found(kind, facts, right):
    plant(right, **facts)
    assert found(right) == {kind}


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("no-manager", {"manager_id": None}),
        ("hours", {"fte": Decimal("0.5")}),
        ("ended", {"ended_on": YESTERDAY}),
    ],
)
def test_what_is_wrong_with_a_post_is_found(kind, facts, right):
    plant(their_post(right), **facts)
    assert found(right) == {kind}


@pytest.mark.parametrize(("fte", "hours"), [("1", "37"), ("1", "33.9"), ("1", "41.1"),
                                            ("0.6", "22.2"), ("0.3", "37"), ("0.811", "30")])  # fmt: skip
def test_the_rule_about_hours_and_the_list_agree(fte, hours, right):
    plant(their_post(right), fte=Decimal(fte), hours=Decimal(hours))
    assert ("hours" in found(right)) is not judging.hours_fit(Decimal(fte), Decimal(hours))


def test_a_registration_that_ends_today_is_not_over(right):
    plant(right, registered_until=today(), registration_status="registered")
    assert found(right) == set()


def test_somebody_who_was_never_in_a_post_is_found(right):
    db.session.delete(their_post(right))
    assert found(right) == {"no-post"}


def test_whoever_begins_next_month_is_in_order(right):
    plant(their_post(right), started_on=date(2026, 12, 1))
    assert found(right) == set()


def test_whoever_has_left_is_not_looked_at(right):
    plant(right, left_on=YESTERDAY, email=None, registration_number="")
    plant(their_post(right), ended_on=YESTERDAY)
    assert found(right) == set()


def test_a_manager_who_has_left_is_found_from_the_day_after(right, cast):
    plant(cast.manager, left_on=today())
    assert found(right) == set()
    plant(cast.manager, left_on=YESTERDAY)
    assert found(right) == {"left-manager"}


def test_a_post_in_a_team_that_closed_is_found(right):
    db.session.query(Unit).filter_by(id=their_post(right).unit_id).one().closed_on = YESTERDAY
    assert found(right) == {"closed-team"}


def test_managers_in_a_circle_are_found_with_those_in_it_only(right, cast):
    rosa = db.session.query(Post).filter_by(person_id=cast.manager.id).one()
    ivan = db.session.query(Post).filter_by(person_id=cast.panel.id).one()
    rosa.manager_id, ivan.manager_id = cast.panel.id, cast.manager.id
    assert "circle" in found(cast.manager) & found(cast.panel)
    assert "circle" not in found(right) | found(cast.nqsw)


def test_whoever_leads_with_nobody_above_needs_no_manager(right, cast):
    assert "no-manager" not in found(cast.manager)  # Rosa leads; nobody stands above her team
    assert "no-manager" in found(cast.panel)  # Ivan leads nobody


def test_a_team_manager_below_somebody_else_needs_one(right, cast):
    above = Unit(organisation_id=right.organisation_id, name="Early Help", kind="service")
    db.session.add(above)
    db.session.flush()
    team = db.session.query(Unit).filter_by(id=their_post(right).unit_id).one()
    team.parent_id = above.id
    assert "no-manager" not in found(cast.manager)
    a_post(cast.panel, unit=above, job_title="Service Manager")
    assert "no-manager" in found(cast.manager)


def test_the_same_person_twice_is_found_on_both(right):
    other = a_person(right, service_started_on=date(2020, 9, 1), email="w2@riverside.example",
                     registration_number="SW99", qualified_on=date(2015, 7, 1))  # fmt: skip
    a_post(other, manager_id=their_post(right).manager_id)
    assert found(right) == {"twice"} == found(other)
    other.service_started_on = date(2021, 1, 1)
    assert found(right) == set()
    other.registration_number = "SW0120"
    assert found(right) == {"twice"}


def test_nobody_of_another_organisation_is_found(right, cast):
    cast.harbour_nqsw.email = None
    db.session.flush()
    people = queries.looking.look(right.organisation_id, today()).people
    own = {row for (row,) in db.session.query(Person.id)
           .filter_by(organisation_id=right.organisation_id)}  # fmt: skip
    assert {each for those in people.values() for each in those} <= own


def test_what_was_found_is_kept_until_somebody_writes(right, cast, browser, statements, commit):
    commit()
    page = browser(as_=cast.hr)
    page.visit(PAGE)
    statements.clear()
    page.visit(PAGE)
    kept = len(statements)
    assert kept <= 12
    page.visit(f"/people/{right.id}/edit").submit("Save", email="")
    assert "Wren Silva" in page.visit(PAGE + "?kind=no-email").text


@pytest.mark.parametrize("kind", judging.BY_KEY)
def test_each_kind_has_a_page_with_what_mends_it(kind, cast, browser, right):
    plant_everything(right, cast)
    page = browser(as_=cast.hr).visit(f"{PAGE}?kind={kind}")
    assert page.status == 200
    assert page.heading == judging.BY_KEY[kind].title
    if kind != "no-manager":
        assert "What mends it" in page.text


@pytest.mark.parametrize("kind", judging.BY_KEY)
def test_what_mends_it_leads_somewhere(kind, cast, browser, right):
    plant_everything(right, cast)
    page = browser(as_=cast.hr).visit(f"{PAGE}?kind={kind}")
    for link in page.all("a"):
        address = link.attrib["href"]
        if address.startswith(("/people/", "/posts/")):
            answer = browser(as_=cast.hr).send("get", address)
            assert answer.status_code == 200, address


def plant_everything(right, cast):
    """One of each kind, each with somebody."""
    closed = Unit(organisation_id=right.organisation_id, name="Old Team", kind="team",
                  closed_on=YESTERDAY)  # fmt: skip
    db.session.add(closed)
    db.session.flush()
    plant(cast.worker, claimed_email="one@riverside.example", registration_status="not found",
          email=None, given_names="Le?la")  # fmt: skip
    plant(cast.coach, claimed_email="one@riverside.example", registered_until=YESTERDAY)
    gone = a_person(right, given="Old", family="Boss", left_on=YESTERDAY)
    a_post(cast.assistant, unit=closed, manager_id=gone.id, fte=1, hours=10)
    twin = a_person(right, service_started_on=date(2020, 9, 1))
    a_post(twin, ended_on=YESTERDAY)
    a_person(right, given="No", family="Post")
    rosa = db.session.query(Post).filter_by(person_id=cast.manager.id).one()
    ivan = db.session.query(Post).filter_by(person_id=cast.panel.id).one()
    rosa.manager_id, ivan.manager_id = cast.panel.id, cast.manager.id
    db.session.commit()


def test_the_page_says_where_we_stand_and_names_the_first(right, cast, browser):
    plant_everything(right, cast)
    page = browser(as_=cast.admin).visit(PAGE)
    assert "Nothing stands in the way; " in page.text
    assert "Ivan Petrov" in page.text
    assert "1 person’s hours do not fit" in page.text


def test_only_hr_and_administrators_see_it(cast, browser):
    for name in ("nqsw", "manager", "principal", "coordinator"):
        assert browser(as_=getattr(cast, name)).visit(PAGE).status == 403
    assert browser(as_=cast.hr).visit(PAGE + "?kind=moon").status == 404


def test_a_long_kind_is_shown_fifty_at_a_time_and_ends(cast, browser, commit):
    for number in range(60):
        a_post(a_person(cast.hr, given=f"N{number:02}", family="Moss"))
    commit()
    page = browser(as_=cast.hr).visit(PAGE + "?kind=no-email")
    first = page.text
    page.follow("Next page")
    assert first.count("Moss") > page.text.count("Moss") > 0
    assert "N59 Moss" in page.text
    assert "Next page" not in page.text
    assert "N00 Moss" in page.visit(PAGE + "?kind=no-email&after=moon").text
