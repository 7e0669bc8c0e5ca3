"""How an organisation begins: the steps from the first administrator's link to the first pairing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import joinedload

from portal.database import db
from portal.home.first_steps import CONCERNED, DONE, LATER, NEXT, Facts, checklist, steps
from portal.home.queries.first_steps import facts
from portal.identity.models import Account
from portal.people.models import Organisation, Person, Post, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.people import a_person, a_role

Open = Callable[..., Browser]
PAGE = "/organisation/first-steps"
AREAS = frozenset({"induction", "mentoring", "pathways"})
NEW = Facts("Riverside", areas=AREAS, programmes=("ASYE",))
ALL = replace(
    NEW, has_list=True, given=frozenset({"hr", "coordinator", "assessor", "coach"}),
    others_invited=True, has_year=True, has_pairing=True,
)  # fmt: skip


def states(given: Facts, *roles: str) -> dict[str, str]:
    return {step.title: state for step, state in checklist(given, roles).own}


def facts_for(reader: Person) -> Facts:
    """As a request has them: with the reader's organisation loaded."""
    db.session.get(
        Person, reader.id, options=[joinedload(Person.organisation)], populate_existing=True
    )
    return facts(reader, TODAY)


def test_one_step_is_next_and_the_others_come_later():
    found = list(states(NEW, "admin").values())
    assert found[0] == DONE
    assert found[1:] == [NEXT] + [LATER] * (len(found) - 2)


def test_each_role_has_its_own_part():
    assert list(states(NEW, "admin"))[:2] == [
        "Look at the name and the areas", "Bring the staff list in",
    ]  # fmt: skip
    assert "Give somebody the role of HR" not in states(NEW, "hr")
    own = list(states(NEW, "coordinator"))
    assert own[-3:] == ["Know the programme", "Enrol the first people", "Pair the first two people"]
    every = {step.title for step in steps(NEW)}
    assert set(states(NEW, *CONCERNED)) == every


def test_what_an_area_asks_for_is_asked_only_where_it_is_on():
    off = {step.title for step in steps(replace(NEW, areas=frozenset({"pathways"})))}
    assert not {t for t in off if "coordinator" in t or "Pair" in t or "Enrol" in t}
    assert (
        states(replace(NEW, areas=frozenset()), "admin")["Look at the name and the areas"] == NEXT
    )


def test_nothing_is_left_when_everything_is_done():
    over = checklist(ALL, CONCERNED)
    assert over.is_over
    assert (over.next, over.minutes_left, over.done) == (None, 0, len(over.all))


def test_the_whole_takes_under_an_hour():
    assert sum(step.minutes for step in steps(NEW)) < 60


def test_one_programme_is_nothing_to_choose_and_several_are():
    title = "Know the programme"
    assert states(NEW, "coordinator")[title] == DONE
    two = replace(NEW, programmes=("ASYE", "ECDP"))
    assert states(two, "coordinator")[title] != DONE
    assert states(replace(two, has_year=True), "coordinator")[title] == DONE


@pytest.mark.parametrize(
    ("fact", "title"),
    [
        ("has_list", "Bring the staff list in"),
        ("has_year", "Enrol the first people"),
        ("has_pairing", "Pair the first two people"),
        ("others_invited", "Invite people"),
    ],
)
def test_a_step_follows_from_what_is_so(fact: str, title: str):
    assert states(ALL, *CONCERNED)[title] == DONE
    assert states(replace(ALL, **{fact: False}), *CONCERNED)[title] == NEXT


def test_somebody_who_keeps_things_going_and_cannot_sign_in_is_to_be_invited():
    waits = replace(ALL, keeper_waits=True)
    assert states(waits, "admin")["Invite people"] == NEXT
    # Those who hold a role are shown first; once they are invited, everybody is.
    assert {step.role for step in steps(waits) if step.title == "Invite people"} == {"any"}
    assert {step.role for step in steps(ALL) if step.title == "Invite people"} == {""}


def test_the_facts_are_those_of_the_reader_s_own_organisation(cast: Cast):
    found = facts_for(cast.admin)
    assert (found.has_list, found.others_invited, found.keeper_waits) == (True, True, False)
    assert (found.has_year, found.has_pairing) == (False, False)
    an_induction(cast.nqsw, by=cast.coordinator)
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    found = facts_for(cast.admin)
    assert (found.has_year, found.has_pairing) == (True, True)
    elsewhere = facts_for(cast.harbour_hr)
    assert (elsewhere.has_year, elsewhere.has_pairing) == (False, False)
    assert elsewhere.given == {"hr"}


def test_a_role_of_somebody_who_has_left_is_nobody_s(cast: Cast):
    cast.coordinator.left_on = TODAY.replace(day=1)
    db.session.flush()
    assert "coordinator" not in facts_for(cast.admin).given


def test_a_new_coordinator_without_an_account_is_to_be_invited(cast: Cast):
    a_role(a_person(cast.hr, email="new@riverside.example"), "coordinator")
    db.session.flush()
    assert facts_for(cast.admin).keeper_waits


def test_the_page_leads_from_an_empty_organisation_to_a_running_one(browser: Open, cast: Cast):
    own = cast.admin.organisation_id
    db.session.execute(delete(Post).where(Post.organisation_id == own))
    page = browser(as_=cast.admin).visit(PAGE)
    assert "next is: bring the staff list in" in page.text
    assert page.follow("Bring the staff list in").url == "/people/import"
    assert "Whoever the staff list brings" in browser(as_=cast.admin).visit("/").text
    for title, url in (
        ("Give somebody the role of HR", "/roles/hr/people"),
        ("Invite people", "/accounts/invitations"),
        ("Look at the name and the areas", "/organisation/name"),
    ):
        assert browser(as_=cast.admin).visit(PAGE).follow(title).url == url
    for title, url in (
        ("Know the programme", "/inductions/programmes"),
        ("Enrol the first people", "/inductions/new"),
        ("Pair the first two people", "/pairings/new"),
    ):
        assert browser(as_=cast.coordinator).visit(PAGE).follow(title).url == url


def test_it_says_when_everything_is_done(browser: Open, cast: Cast):
    an_induction(cast.nqsw, by=cast.coordinator)
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    text = browser(as_=cast.admin).visit(PAGE).text
    assert "Every first step is done at Riverside." in text
    assert "Your steps" not in text
    assert "First stepsAll done" in browser(as_=cast.admin).visit("/").text


def test_who_has_done_their_part_is_told_so(browser: Open, cast: Cast):
    text = browser(as_=cast.hr).visit(PAGE).text
    assert "Your own steps are done." in text
    assert "The induction coordinator does this." in text


@pytest.mark.parametrize("who", ["nqsw", "coach", "manager", "assessor"])
@pytest.mark.parametrize("path", ["/organisation", PAGE])
def test_nobody_else_needs_these_pages(browser: Open, cast: Cast, who: str, path: str):
    visitor = browser(as_=getattr(cast, who))
    assert visitor.visit(path).status == 403
    assert "Organisation" not in [text for link in visitor.visit("/").all("a")
                                  if (text := (link.text or "").strip())]  # fmt: skip


@pytest.mark.parametrize("who", ["admin", "hr", "coordinator"])
def test_the_page_of_the_organisation_links_only_to_what_its_reader_may_open(
    browser: Open, cast: Cast, who: str
):
    visitor = browser(as_=getattr(cast, who)).visit("/").follow("Organisation")
    assert visitor.url == "/organisation"
    hrefs = {link.attrib["href"] for link in visitor.all("a")}
    for href in sorted(href for href in hrefs if href.startswith("/")):
        assert visitor.visit(href).status == 200, href


def test_the_page_of_the_organisation_has_its_figures(browser: Open, cast: Cast):
    a_person(cast.hr, email="new@riverside.example")
    text = browser(as_=cast.admin).visit("/organisation").text
    assert "Riverside: 14 people work here." in text
    assert "1 not invited" in text
    assert "1 not invited" not in browser(as_=cast.coordinator).visit("/organisation").text


def test_an_area_that_is_off_is_on_neither_page(browser: Open, cast: Cast):
    db.session.execute(update(Organisation).values(areas=[]))
    db.session.commit()
    for path in ("/organisation", PAGE):
        text = browser(as_=cast.admin).visit(path).text
        assert "Programmes" not in text
        assert "Enrol" not in text


def test_both_pages_take_few_statements(browser: Open, cast: Cast, statements: list[str]):
    db.session.execute(delete(Account).where(Account.person_id == cast.worker.id))
    db.session.execute(
        delete(RoleHeld).where(RoleHeld.role == "hr", RoleHeld.person_id != cast.hr.id)
    )
    visitor = browser(as_=cast.admin)
    for path in ("/organisation", PAGE):
        visitor.visit(path)
        statements.clear()
        visitor.visit(path)
        assert len(statements) <= 6, statements
