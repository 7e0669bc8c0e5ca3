"""A deed that its own policy refuses once it is done: pressed twice, it says what happened."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.database import db
from portal.induction import operations
from portal.induction.models import InductionChange
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.programmes import a_draft

Open = Callable[..., Browser]
SAID = "This is saved already. It counts once."


def pressed_twice(page: Browser, button: str) -> Browser:
    """Press a button, and press it again on the page as it was before."""
    document, url = page.document, page.url
    page.submit(button)
    assert page.status == 200
    page.document, page.url = document, url
    return page.submit(button)


@pytest.mark.parametrize("button", ["Publish it", "Throw the draft away"])
def test_a_draft(button: str, browser: Open, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    db.session.commit()
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}")
    assert SAID in pressed_twice(page, button).text


def test_a_change_agreed_to_and_taken_back(browser: Open, cast: Cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    change: InductionChange = operations.propose_change(
        cast.nqsw, year, kind="pause", reason="sickness", started_on=date(2026, 12, 7)
    )
    db.session.commit()
    page = browser(as_=cast.coordinator).visit(f"/inductions/changes/{change.id}")
    assert SAID in pressed_twice(page, "I agree").text
    page.visit(f"/inductions/changes/{change.id}")
    assert SAID in pressed_twice(page, "Take the change back").text


def test_the_end_of_a_year(browser: Open, cast: Cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator)
    db.session.commit()
    with clock.set_to(day=date(2027, 6, 29)):
        page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/ending")
        assert SAID in pressed_twice(page, "The year is over").text


def test_a_pairing_that_ends(browser: Open, cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    db.session.commit()
    page = browser(as_=cast.coordinator).visit(f"/pairings/{pairing.id}/ending")
    assert SAID in pressed_twice(page, "Yes, end it").text
