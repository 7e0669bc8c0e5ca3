"""Outcomes are rated and closed, payment decided and superseded, and what crossed between teams."""

from collections.abc import Callable

import pytest

from portal.database import db
from portal.practices import queries
from portal.practices.models import Contract, PaymentDecision
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.practices import a_contract

Open = Callable[..., Browser]


@pytest.fixture
def contract(cast: Cast) -> Contract:
    return a_contract(cast.commissioner, cast.lockside_worker)


def at(contract: Contract, more: str = "") -> str:
    return f"/practices/{contract.id}{more}"


def test_outcomes_are_rated_viewed_and_closed(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    council, practice = browser(as_=cast.commissioner), browser(as_=cast.lockside_worker)
    assert practice.visit(at(contract, "/outcomes/2026-04/view")).status == 404
    assert council.visit(at(contract, "/outcomes/2026-10")).status == 404
    council.visit(at(contract)).follow("Rate the outcomes of April to September 2026")
    council.submit("Save the ratings", rating_safe="below")
    assert council.status == 422
    assert "Write why" in council.text
    keys = ("healthy", "safe", "achieve", "contribution", "wellbeing", "stability")
    said = {f"rating_{key}": "as-agreed" for key in keys}
    said |= {f"reason_{key}": "It went as agreed." for key in keys}
    council.submit("Save the ratings", **said)
    assert "The practice can add its view." in council.text
    practice.visit(at(contract)).follow("Add our view of April to September 2026")
    council.follow("Change the ratings of April to September 2026")
    practice.submit("Save our view", view_safe="We see it so too.")
    council.submit("Save the ratings", reason_safe="Reviews were in time.")
    assert council.status == 409
    assert "Reviews were in time." in council.text
    council.visit(at(contract))
    assert "We see it so too." in council.text
    practice.visit(at(contract)).follow("Add our view")
    council.submit("Close the ratings")
    practice.submit("Save our view", view_safe="Too late.")
    assert practice.status in (409, 422)
    assert "Too late." not in browser(as_=cast.commissioner).visit(at(contract)).text
    assert "stand for good" in council.visit(at(contract, "/outcomes/2026-04")).text


def test_a_payment_decision_is_superseded_and_never_changed(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    page = browser(as_=cast.commissioner).visit(at(contract))
    page.follow("Decide on payment for April to September 2026")
    other = browser(as_=cast.commissioner).visit(at(contract, "/payments/2026-04"))
    for amount in ("", "0", "-5", "1e9", "NaN", "10,5", "99999999999"):
        page.submit("Write it down", decision="part", amount=amount, reason="Five of six.")
        assert page.status == 422, amount
    page.submit("Write it down", decision="part", amount="12500.5", reason="Five of six.")
    assert "Paid in part: £12,500.50" in page.text
    other.submit("Write it down", decision="held", reason="Wait for the plans.")
    assert other.status == 409
    other.submit("Write it down")
    assert "Held" in other.text
    assert "Superseded" in other.text
    assert [each.number for each in queries.payments_of(contract)] == [2, 1]
    assert db.session.query(PaymentDecision).count() == 2
    read = browser(as_=cast.lockside_worker).visit(at(contract))
    assert "Wait for the plans." in read.text
    assert "Colin" not in read.text


def test_what_crossed_between_teams_is_the_councils_alone(
    cast: Cast, browser: Open, contract: Contract
) -> None:
    page = browser(as_=cast.commissioner).visit(at(contract))
    page.follow("Write it down for July to September 2026")
    page.submit("Save", staff_moved="-1", posts_given_up="0", handed_back="0")
    assert page.status == 422
    page.submit("Save", staff_moved="2", posts_given_up="0", handed_back="3", said="One left us.")
    assert "One left us." in page.text
    assert "One left us." not in browser(as_=cast.lockside_worker).visit(at(contract)).text
    assert "One left us." in browser(as_=cast.principal).visit(at(contract)).text
