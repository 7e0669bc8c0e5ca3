"""What is to be looked at in the data, and what mends it from the page."""

from datetime import date
from decimal import Decimal

import pytest

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.notices.models import Notice
from portal.people import quality
from portal.people.models import Person, Post, Unit
from portal.people.operations import quality as operations
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
    assert ("hours" in found(right)) is not quality.hours_fit(Decimal(fte), Decimal(hours))


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


@pytest.mark.parametrize("kind", quality.BY_KEY)
def test_each_kind_has_a_page_with_what_mends_it(kind, cast, browser, right):
    plant_everything(right, cast)
    page = browser(as_=cast.hr).visit(f"{PAGE}?kind={kind}")
    assert page.status == 200
    assert page.heading == quality.BY_KEY[kind].title
    if kind != "no-manager":
        assert "What mends it" in page.text


@pytest.mark.parametrize("kind", quality.BY_KEY)
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


def test_an_address_becomes_hers_and_nobody_elses(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    cast.panel.email = "one@riverside.example"
    commit()
    page = browser(as_=cast.hr).visit(PAGE + "?kind=address")
    assert "A staff list gave one@riverside.example to them and to" in page.text
    page.post(f"/people/{cast.worker.id}/address")
    db.session.expire_all()
    assert cast.worker.email == "one@riverside.example"
    assert (cast.worker.claimed_email, cast.coach.claimed_email, cast.panel.email) == (None,) * 3
    assert "one@riverside.example is Leila Taylor’s." in page.text


def test_an_address_that_is_not_theirs_is_left_to_the_other(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    commit()
    browser(as_=cast.hr).visit(PAGE + "?kind=address").post(
        f"/people/{cast.worker.id}/address", not_theirs="y"
    )
    db.session.expire_all()
    assert cast.worker.claimed_email is None
    assert cast.coach.claimed_email == "one@riverside.example"


def test_somebody_is_asked_once_when_they_qualified(right, cast, browser, commit):
    right.qualified_on = None
    commit()
    page = browser(as_=cast.hr).visit(PAGE + "?kind=qualified-unknown")
    for _ in range(2):
        page.post(f"/people/{right.id}/asking")
    told = db.session.query(Notice).filter_by(person_id=right.id).all()
    assert [notice.link for notice in told] == ["/my-profile#qualified"]
    assert "Asked on 26 November 2026" in page.visit(PAGE + "?kind=qualified-unknown").text


def give(page, manager, *posts, **more):
    """Tick these posts as the page shows them, and say who manages them."""
    ticked = [f"{post.id}:{post.version}" for post in posts]
    return page.post(PAGE + "/managers", posts=ticked, manager_q=manager, **more)


def three(cast):
    """Three people in a team, without a manager."""
    posts = []
    for name in ("Ada", "Bo", "Cy"):
        posts.append(a_post(a_person(cast.hr, given=name, family="Moss")))
    db.session.commit()
    return posts


def managers(posts):
    db.session.expire_all()
    return {post.manager_id for post in posts}


def test_several_get_their_manager_at_once(cast, browser):
    posts = three(cast)
    page = give(browser(as_=cast.hr), "manager@riverside.example", *posts)
    assert "Rosa Adeyemi manages 3 people more." in page.text
    assert managers(posts) == {cast.manager.id}
    written = db.session.query(AuditEntry).filter_by(action="people.post_corrected").all()
    assert [entry.particulars for entry in written] == [{"fields": ["manager"]}] * 3


def test_a_name_is_asked_about_and_what_was_ticked_stays(cast, browser):
    posts = three(cast)
    page = give(browser(as_=cast.hr), "adeyemi", *posts[:2])
    assert page.status == 422
    assert "Choose who is meant" in page.text
    ticked = [box for box in page.all("input") if box.attrib.get("name") == "posts"
              and "checked" in box.attrib]  # fmt: skip
    assert len(ticked) == 2
    page.submit("Save their manager")
    assert managers(posts[:2]) == {cast.manager.id}
    assert managers(posts[2:]) == {None}


def test_nobody_gets_one_when_a_post_has_changed_meanwhile(cast, browser, commit):
    posts = three(cast)
    sent = [(post.id, post.version) for post in posts]
    posts[2].grade = "G9"
    commit()
    ticked = [f"{post_id}:{version}" for post_id, version in sent]
    page = browser(as_=cast.hr).post(
        PAGE + "/managers", posts=ticked, manager_q="manager@riverside.example"
    )
    assert page.status == 409
    assert "Nothing was saved" in page.text
    assert managers(posts) == {None}


def test_nobody_gets_above_themselves(cast, browser, commit):
    posts = three(cast)
    rosa = db.session.query(Post).filter_by(person_id=cast.manager.id).one()
    rosa.manager_id = posts[0].person_id
    commit()
    page = give(browser(as_=cast.hr), "manager@riverside.example", *posts)
    assert page.status == 422
    assert "Rosa Adeyemi reports to Ada Moss" in page.text
    assert managers(posts) == {None}


@pytest.mark.parametrize("posts", [[], ["moon"], ["moon:1"], ["0:0", ":"]])
def test_nothing_ticked_is_said(posts, cast, browser):
    page = browser(as_=cast.hr).post(
        PAGE + "/managers", posts=posts, manager_q="manager@riverside.example"
    )
    assert page.status == 422
    assert "Tick the people whose manager it is" in page.text


def test_a_post_of_another_organisation_is_no_post_here(cast, browser):
    theirs = db.session.query(Post).filter_by(person_id=cast.harbour_nqsw.id).one()
    page = give(browser(as_=cast.hr), "manager@riverside.example", theirs)
    assert page.status == 409
    assert managers([theirs]) == {None}


def test_as_many_statements_for_fifty_as_for_one(cast, statements, commit):
    posts = [a_post(a_person(cast.hr, given=f"N{n}", family="Moss")) for n in range(50)]
    commit()
    sent = []
    for chosen in (posts[:1], posts[1:]):
        versions = {post.id: post.version for post in chosen}
        statements.clear()
        operations.give_manager(cast.hr, cast.manager, versions)
        commit()
        sent.append(len(statements))
    assert sent[1] <= sent[0] + 1
