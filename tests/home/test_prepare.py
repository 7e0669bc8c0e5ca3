"""Before a session: what I bring, what we agreed, what is next, one tap from the quick log."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import AgreedAction, Pairing
from portal.people.models import Organisation
from portal.web import days
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing, a_session, an_action

Open = Callable[..., Browser]
MARKER = "marmalade-and-thunder"
TITLE = "Prepare for your session with"


@pytest.fixture
def pairing(cast: Cast) -> Pairing:
    """Priya coaches Amira; they last met on 19 November."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing)
    return pairing


@pytest.mark.parametrize("who", ["coach", "nqsw"])
def test_both_are_led_there_from_home_and_from_their_page(
    cast: Cast, browser: Open, pairing: Pairing, who: str
) -> None:
    page = browser(as_=getattr(cast, who))
    for start in ("/", f"/pairings/{pairing.id}"):
        page.visit(start).follow("Prepare")
        assert page.heading.startswith(TITLE)
    assert "You last met on Thursday 19 November 2026, and no day is planned yet." in page.text
    assert page.follow("Log a session").url == f"/sessions/new?pairing={pairing.id}"


def test_it_says_when_the_two_meet(cast: Cast, browser: Open, pairing: Pairing) -> None:
    operations.plan_session(cast.nqsw, pairing, meets_on=date(2026, 12, 3))
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}/prepare")
    assert "You meet on Thursday 3 December 2026." in page.text
    assert "Plan the next session" not in page.text


def test_what_was_agreed_is_ticked_where_it_is_read(
    cast: Cast, browser: Open, pairing: Pairing
) -> None:
    an_action(pairing, "Sit in on a panel")
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}/prepare")
    assert "1 thing is still to do from your sessions." in page.text
    page.submit("Done")
    assert page.url == f"/pairings/{pairing.id}/prepare"
    assert "Sit in on a panel" not in page.text
    assert "Nothing is left to do from your sessions." in page.text
    assert db.session.query(AgreedAction).one().done_on == date(2026, 11, 26)


def test_a_thought_is_seen_by_whoever_caught_it_alone(
    cast: Cast, browser: Open, pairing: Pairing
) -> None:
    here = f"/pairings/{pairing.id}/prepare"
    hers = browser(as_=cast.nqsw).visit(here)
    assert "Nothing of yours waits." in hers.text
    hers.follow("Catch a thought").submit("Catch it", text=MARKER)
    hers.submit("To coaching")
    assert MARKER in hers.visit(here).text
    assert MARKER not in browser(as_=cast.coach).visit(here).html


def test_the_next_milestone_is_for_whoever_may_see_the_year(
    cast: Cast, browser: Open, pairing: Pairing
) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    mentored = a_pairing(coach=cast.manager, supported=cast.nqsw, kind="mentoring")
    here = f"/pairings/{pairing.id}/prepare"
    hers = browser(as_=cast.nqsw).visit(here)
    assert "Next in your year" in hers.text
    assert f"was due {days.in_words(year.next_on)}" in hers.text
    assert "year" not in browser(as_=cast.coach).visit(here).text.split(TITLE)[1].lower()
    page = browser(as_=cast.manager).visit(f"/pairings/{mentored.id}/prepare")
    assert "Next in the year of Amira Khan" in page.text
    assert f"/inductions/{year.id}" in page.html


@pytest.mark.parametrize("who", ["coordinator", "manager", "assessor", "hr", "admin", "worker"])
def test_to_everybody_else_it_does_not_exist(
    cast: Cast, browser: Open, pairing: Pairing, who: str
) -> None:
    an_action(pairing, MARKER)
    page = browser(as_=getattr(cast, who)).visit(f"/pairings/{pairing.id}/prepare")
    assert page.status == 404
    assert MARKER not in page.html


def test_after_the_end_and_with_the_area_off_there_is_no_such_page(
    cast: Cast, browser: Open, pairing: Pairing
) -> None:
    here = f"/pairings/{pairing.id}/prepare"
    house = db.session.get(Organisation, cast.nqsw.organisation_id)
    assert house is not None
    house.areas = ["induction", "standards"]
    db.session.commit()
    assert browser(as_=cast.nqsw).visit(here).status == 404
    house.areas = ["mentoring"]
    pairing.ended_on = date(2026, 11, 20)
    db.session.commit()
    assert browser(as_=cast.nqsw).visit(here).status == 404
