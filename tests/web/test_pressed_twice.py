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
from tests.factories.matching import a_ruling_out
from tests.factories.mentoring import a_pair_agreement, a_pairing, a_pause, a_proposal
from tests.factories.programmes import a_draft
from tests.factories.teams import a_note, a_relief, a_team_coach

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


def test_what_a_pair_or_a_coordinator_settles_with_one_press(browser: Open, cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_pair_agreement(pairing)
    a_pause(pairing)
    proposed = a_proposal(cast, cast.consultant)
    a_ruling_out(cast.nqsw, cast.panel)
    relief = a_relief(cast.worker)
    team = a_team_coach(cast.coach)
    a_note(cast.nqsw)
    db.session.commit()
    for person, path, button in (
        (cast.nqsw, f"/pairings/{pairing.id}/agreement", "Sign it"),
        (cast.nqsw, f"/pairings/{pairing.id}", "Go on"),
        (cast.coordinator, f"/pairings/proposals/{proposed.id}", "Take it back"),
        (cast.manager, f"/relief/{relief.id}", "Agree to it"),
        (cast.nqsw, f"/team-coaching/{team.id}/know-how", "Take it back"),
        (cast.nqsw, "/never-with", "Take back"),
    ):
        page = pressed_twice(browser(as_=person).visit(path), button)
        assert SAID in page.text, path
