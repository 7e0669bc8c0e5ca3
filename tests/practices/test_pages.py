"""Both sides of a contract: proposing and agreeing, totals, outcomes, payment, and the end."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Organisation, Person, Post, Unit
from portal.practices import queries
from portal.practices.models import Contract, PracticeTotals
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post
from tests.factories.practices import (
    COUNTS,
    FIRST,
    a_contract,
    a_proposal,
    some_ratings,
    some_totals,
)

Open = Callable[..., Browser]
TYPED = {key: str(number) for key, number in COUNTS.items()}
PROPOSED = {
    "addressed_to": "Lockside", "ownership": "private", "started_on": "1/4/2027",
    "ended_on": "31/3/2030", "functions_kept": ["adoption", "court"], "children_for": "40",
    "paid_by": "A sum each half-year, whole where the outcomes are as agreed.",
}  # fmt: skip


@pytest.fixture
def contract(cast: Cast) -> Contract:
    return a_contract(cast.commissioner, cast.lockside_worker)


def at(contract: Contract, more: str = "") -> str:
    return f"/practices/{contract.id}{more}"


def deeds_of(person: Person) -> list[tuple[str, bool]]:
    """The deeds in the trail of somebody's organisation, and whether each says who did it."""
    own = db.session.query(AuditEntry).filter_by(organisation_id=person.organisation_id)
    found = own.filter(AuditEntry.action.startswith("practices.")).order_by(AuditEntry.number)
    deeds = [(each.action, each.actor_id is not None) for each in found]
    return [each for each in deeds if not each[0].endswith("_exported")]


@pytest.mark.parametrize("words", ["Lockside", "lockside", "WORKER@lockside.example"])
def test_a_contract_stands_once_both_sides_said_yes(cast: Cast, browser: Open, words: str) -> None:
    page = browser(as_=cast.commissioner).visit("/practices").follow("Propose a contract")
    page.submit("Propose it", **PROPOSED | {"addressed_to": words})
    assert "It waits for the practice to agree." in page.text
    assert page.heading == words
    contract = db.session.query(Contract).one()
    other = browser(as_=cast.lockside_worker)
    assert "Answer the contract that Riverside proposes" in other.visit("/").text
    other.visit("/practices").follow("Answer it")
    other.submit("Answer")
    assert "Choose whether the practice agrees" in other.text
    other.submit("Answer", answer="agree")
    assert "The contract is agreed." in other.text
    assert other.visit(at(contract, "/answer")).status == 403
    page.visit(at(contract))
    assert page.heading == "Lockside"
    assert "Agreed by both. It begins on Thursday 1 April 2027." in page.text
    assert "Adoption; Court work" in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.commissioner.id).one()
    assert told.text == "Lockside agreed to the contract that you proposed."
    assert deeds_of(cast.commissioner) == [
        ("practices.proposed", True),
        ("practices.agreed", False),
    ]
    assert deeds_of(cast.lockside_worker) == [
        ("practices.proposed", False), ("practices.agreed", True)
    ]  # fmt: skip


def test_nobody_learns_by_proposing_who_uses_the_portal(cast: Cast, browser: Open) -> None:
    """The answer is the same for a practice, for one that is off, and for nobody."""
    harbour = db.session.get_one(Organisation, cast.harbour_hr.organisation_id)
    harbour.areas = [each for each in harbour.areas if each != "practices"]
    said, page = set(), browser(as_=cast.commissioner)
    for name in ("Lockside", "Harbour", "Nowhere", "nobody@nowhere.example"):
        page.visit("/practices/new").submit("Propose it", **PROPOSED | {"addressed_to": name})
        assert page.status == 200
        said.add(page.text.replace(name, "NAME"))
    assert len(said) == 1
    found = {each.addressed_to: each.practice_id for each in db.session.query(Contract)}
    assert [name for name, practice in found.items() if practice] == ["Lockside"]
    assert "Lockside" not in browser(as_=cast.harbour_hr).visit("/").text


def test_a_proposal_is_declined_or_withdrawn_and_nothing_is_shown(
    cast: Cast, browser: Open
) -> None:
    declined = a_proposal(cast.commissioner, cast.lockside_worker)
    browser(as_=cast.lockside_worker).visit(at(declined, "/answer")).submit(
        "Answer", answer="decline"
    )
    page = browser(as_=cast.commissioner).visit(at(declined))
    assert "The practice declined it." in page.text
    assert "Continuity of posts" not in page.text
    assert page.visit(at(declined, "/outcomes/2026-04")).status == 403
    again = a_proposal(cast.commissioner, cast.lockside_worker, addressed_to="lockside")
    db.session.commit()
    page.visit(at(again)).submit("Withdraw the proposal")
    assert "The council withdrew it" in page.text
    assert browser(as_=cast.lockside_worker).visit(at(again)).status == 404


def test_bad_input_of_a_proposal_is_said_beside_its_field_and_kept(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    page = browser(as_=cast.commissioner).visit("/practices/new")
    page.submit("Propose it", **PROPOSED | {"started_on": "1/4/2028"})
    assert page.status == 422
    assert "A contract with them since 1 October 2025 covers some of these days" in page.text
    assert 'value="1/4/2028"' in page.html
    later = PROPOSED | {"started_on": "1/4/2029"}
    for wrong, said in (
        ({"ended_on": "1/4/2020"}, "Write a last day that is not before the first"),
        ({"ended_on": "1/4/2099"}, "Write a last day within 10 years"),
        ({"children_for": "1000000000000"}, "from 1 to 9,999"),
        ({"children_for": "-4"}, "from 1 to 9,999"),
        ({"addressed_to": "Riverside"}, "This is your own organisation"),
        ({"paid_by": " "}, "Write what it is paid"),
        ({"paid_by": "Ring 07700 900123 about it."}, "Take it out, or tick below"),
    ):
        page.visit("/practices/new").submit("Propose it", **later | wrong)
        assert page.status == 422, wrong
        assert said in page.text, wrong
    page.visit("/practices/new").submit("Propose it", **later | {"ended_on": "31/3/2031"})
    other = "worker@lockside.example"
    page.visit("/practices/new")
    page.submit("Propose it", **later | {"ended_on": "31/3/2031", "addressed_to": other})
    twice = db.session.query(Contract).filter_by(answer="").all()
    assert len(twice) == 2
    practice = browser(as_=cast.lockside_worker)
    practice.visit(at(twice[0], "/answer")).submit("Answer", answer="agree")
    practice.visit(at(twice[1], "/answer")).submit("Answer", answer="agree")
    assert practice.status == 422
    assert "A contract with them since 1 April 2029 covers" in practice.text


def test_totals_are_drafted_sent_and_corrected_with_both_versions_kept(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    practice, council = browser(as_=cast.lockside_worker), browser(as_=cast.commissioner)
    practice.visit(at(contract)).follow("Type the totals of July to September 2026")
    practice.submit("Keep as a draft", children="40")
    assert "Only your practice sees it until you send it" in practice.text
    assert "Not sent yet: July to September 2026;" in council.visit(at(contract)).text
    assert "Draft" not in council.text
    practice.follow("July to September 2026")
    practice.submit("Send them", **TYPED | {"one_lead": "31", "same_24": "26"})
    assert practice.status == 422
    assert "come to 41, and there are 40 in all" in practice.text
    assert "Write no more than above" in practice.text
    assert 'value="31"' in practice.html
    practice.submit("Send them", **TYPED)
    assert "The council sees them now." in practice.text
    first = db.session.query(PracticeTotals).one()
    assert practice.visit(f"/practices/totals/{first.id}").follow("Correct them").status == 200
    practice.submit("Send the correction", reason="One was counted twice.")
    assert "These are the numbers that were sent" in practice.text
    practice.submit("Send the correction", after_care="8", reason="One was counted twice.")
    assert "Both versions are kept." in practice.text
    council.visit(at(contract))
    assert "One was counted twice." in council.text
    assert "Superseded" in council.text
    rows = council.send("get", at(contract, "/export")).get_data(True).splitlines()
    assert len(rows) == 3
    assert council.visit(f"/practices/totals/{first.id}").status == 404
    practice.visit(f"/practices/totals/{first.id}/correction")
    practice.submit("Send the correction", after_care="7", reason="Again.")
    assert "These totals were corrected already" in practice.text
    assert deeds_of(cast.commissioner)[-2:] == [
        ("practices.totals_sent", False), ("practices.totals_corrected", False)
    ]  # fmt: skip


def test_bad_input_of_totals_changes_nothing(cast: Cast, browser: Open, contract: Contract) -> None:
    one, two = (browser(as_=cast.lockside_worker).visit(at(contract, "/totals")) for _ in "ab")
    for wrong in ({"children": "-1"}, {"children": "1000000000"}, {"children": "many"},
                  {"children": ""}):  # fmt: skip
        one.visit(at(contract, "/totals")).submit("Send them", **TYPED | wrong)
        assert one.status == 422, wrong
    one.post(at(contract, "/totals"), quarter="2026-10-01", **TYPED, sent="yes")
    assert "Choose one of those offered" in one.text  # a quarter that is not over
    one.visit(at(contract, "/totals")).submit("Send them", **TYPED)
    two.submit("Send them", **TYPED)
    assert two.status == 422
    assert db.session.query(PracticeTotals).count() == 1
    draft = some_totals(cast.lockside_worker, contract, date(2026, 4, 1), is_sent=False)
    address = f"/practices/totals/{draft.id}"
    a, b = (browser(as_=cast.lockside_worker).visit(address) for _ in "ab")
    a.submit("Keep as a draft", children="39")
    b.submit("Keep as a draft", children="38")
    assert b.status == 409
    assert 'value="38"' in b.html


@pytest.mark.parametrize("by", ["commissioner", "lockside_worker"])
def test_either_side_ends_a_contract_with_a_day_and_a_reason(
    cast: Cast, browser: Open, contract: Contract, by: str
) -> None:
    page = browser(as_=getattr(cast, by)).visit(at(contract)).follow("End the contract early")
    for day, said in (
        ("1/1/2020", "begins on 1 October 2025"),
        ("1/1/2040", "anyway"),
        ("", "Ent"),
    ):
        page.submit("End the contract", ended_on=day, reason="We agreed on it.")
        assert page.status == 422
        assert said in page.text
    page.submit("End the contract", ended_on="31/12/2026", reason="We agreed on it.")
    for person in (cast.commissioner, cast.lockside_worker):
        read = browser(as_=person).visit(at(contract))
        side = "council" if by == "commissioner" else "practice"
        assert f"to Thursday 31 December 2026, ended by the {side}." in read.text
        assert "We agreed on it." in read.text
        assert "End the contract early" not in read.text
    assert len(deeds_of(cast.commissioner)) == len(deeds_of(cast.lockside_worker)) == 3


def test_continuity_is_said_in_totals_and_not_at_all_of_few(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    page = browser(as_=cast.commissioner).visit(at(contract))
    assert "Fewer than 5 posts of the practice are held, so nothing is shown" in page.text
    post = db.session.query(Post).filter_by(person_id=cast.lockside_worker.id).one()
    unit = db.session.get_one(Unit, post.unit_id)
    for number in range(6):
        person = a_person(cast.lockside_worker, given=f"P{number}")
        a_post(person, unit=unit, started_on=date(2023, 1, 1))
    page.visit(at(contract))
    assert "At least half of the posts have been held by the same person" in page.text
    assert "joiners and leavers are not shown" in page.text
    for number in range(5):
        person = a_person(cast.lockside_worker, given=f"Q{number}")
        a_post(person, unit=unit, started_on=date(2026, 8, 1))
    page.visit(at(contract))
    assert "12 posts are held, 7 of them by the same person for 12 months" in page.text
    assert "In the quarter 5 people joined and 0 left." in page.text


def test_only_those_who_answer_for_it_open_a_contract(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    for name in ("admin", "hr", "manager", "nqsw", "panel"):
        assert browser(as_=getattr(cast, name)).visit(at(contract)).status == 403, name
    for name in ("harbour_hr", "harbour_nqsw", "evaluator"):
        assert browser(as_=getattr(cast, name)).visit(at(contract)).status == 404, name
    assert browser(as_=cast.principal).visit(at(contract)).status == 200
    for more in ("/outcomes/2026-04", "/payments/2026-04", "/ending", "/totals"):
        assert browser(as_=cast.principal).visit(at(contract, more)).status == 403, more
    some_ratings(cast.commissioner, contract)
    for more in ("/totals", "/outcomes/2026-04/view", "/answer"):
        assert browser(as_=cast.commissioner).visit(at(contract, more)).status == 403, more
    for more in ("/outcomes/2026-04", "/payments/2026-04", "/exchange/2026-07"):
        assert browser(as_=cast.lockside_worker).visit(at(contract, more)).status == 403, more


def test_lists_and_policies_agree(cast: Cast, contract: Contract) -> None:
    from portal.practices.policies import see_practice

    a_proposal(cast.commissioner, cast.lockside_worker, addressed_to="Other",
               started_on=date(2029, 1, 1), ended_on=date(2029, 12, 31))  # fmt: skip
    every = db.session.query(Contract).order_by(*queries.BY_BEGINNING).all()
    for person in cast:
        visible = db.session.scalars(queries.contracts_for(person)).all()
        assert visible == [each for each in every if see_practice(person, each)], person.name


def test_statements_do_not_grow_with_the_quarters(
    cast: Cast, browser: Open, contract: Contract, statements: list[str]
) -> None:
    for name in ("commissioner", "lockside_worker"):
        page = browser(as_=getattr(cast, name))
        page.visit(at(contract))
        statements.clear()
        page.visit(at(contract))
        before = len(statements)
        for quarter in (FIRST, date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)):
            some_totals(cast.lockside_worker, contract, quarter)
        some_ratings(cast.commissioner, contract)
        some_ratings(cast.commissioner, contract, date(2025, 10, 1))
        db.session.commit()
        statements.clear()
        page.visit(at(contract))
        assert len(statements) <= before + 1
        assert len(statements) <= 14, "\n".join(statements)
