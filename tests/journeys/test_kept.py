"""The quick log where the connection is lost: kept, sent again by itself, and saved exactly once."""

import os
import random
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from portal.database import db
from portal.identity.models import BrowserSession
from portal.mentoring.models import Session, SessionNote
from portal.people.models import Organisation
from tests.conftest import NOW
from tests.factories.mentoring import a_pairing
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.once
# `make reliability` cuts twenty times; every run of the tests does it often enough to notice.
CUTS = int(os.environ.get("LOG_CUTS", "4"))
LAST = date(2026, 11, 24)
KEPT = "Object.keys(localStorage).length"
WAITS = "It will be sent when you are back online"


@pytest.fixture
def pairing(cast, commit):
    made = a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    return made


def sessions(pairing):
    db.session.rollback()
    db.session.expire_all()
    return (
        db.session.query(Session).filter_by(pairing_id=pairing.id).order_by(Session.held_on).all()
    )


def notes():
    db.session.rollback()
    return sorted(str(note.words) for note in db.session.query(SessionNote))


def enter(page, *, minutes="45", note="", day=None):
    if day is not None:
        page.get_by_label("Another day").check()
        page.get_by_label("Which day?").fill(f"{day.day}/{day.month}/{day.year}")
    page.get_by_label(f"{minutes} min", exact=True).check()
    if note:
        box = page.get_by_role("textbox", name="Note for the two of you")
        if not box.is_visible():
            page.get_by_text("Note for the two of you").first.click()
        box.fill(note)


def save(page):
    page.get_by_role("button", name="Save session").click()


def test_a_log_saved_without_a_connection_is_sent_by_itself_when_it_is_back(cast, window, pairing):
    page = window(cast.coach, size=PHONE)
    page.goto("/sessions/new")
    page.context.set_offline(True)
    enter(page, note="Said in a lift.")
    save(page)
    expect(page.get_by_role("status").filter(has_text=WAITS)).to_be_visible()
    assert page.evaluate(KEPT) == 1
    page.context.set_offline(False)
    expect(page.locator(".saved")).to_contain_text("saved")
    assert [each.minutes for each in sessions(pairing)] == [45]
    assert notes() == ["Said in a lift."]
    assert page.evaluate(KEPT) == 0
    page.goto("about:blank")  # what the console says of the lift is expected


def test_a_log_that_waited_for_days_keeps_the_day_on_which_it_was_entered(cast, window, pairing):
    page = window(cast.coach, size=PHONE)
    page.goto("/sessions/new")
    page.route("**/sessions/new", lambda route: route.abort())
    enter(page, minutes="60")
    save(page)
    expect(page.get_by_role("status").filter(has_text=WAITS)).to_be_visible()
    page.evaluate(
        """() => { const [key] = Object.keys(localStorage), draft = JSON.parse(localStorage[key]);
        localStorage[key] = JSON.stringify({ ...draft, today: "2026-11-23" }); }"""
    )
    page.unroute("**/sessions/new")
    page.goto("/people-i-support")
    page.get_by_role("button", name="Send it now").click()
    expect(page.locator(".saved")).to_contain_text("saved")
    assert [each.held_on for each in sessions(pairing)] == [date(2026, 11, 23)]


def test_what_was_entered_and_not_saved_is_back_on_return(cast, window, pairing):
    page = window(cast.coach, size=PHONE)
    page.goto("/sessions/new")
    enter(page, minutes="90", note="Half a thought")
    page.wait_for_timeout(500)
    page.goto("/")
    page.goto("/sessions/new")
    expect(page.get_by_role("textbox", name="Note for the two of you")).to_have_value(
        "Half a thought"
    )
    expect(page.get_by_label("90 min")).to_be_checked()
    expect(page.get_by_text("What you entered here before is back.")).to_be_visible()
    assert sessions(pairing) == []


def test_a_session_that_ended_meanwhile_lets_the_entry_wait_and_says_so(cast, window, pairing):
    page = window(cast.coach, size=PHONE)
    page.goto("/sessions/new")
    page.context.set_offline(True)
    enter(page)
    save(page)
    expect(page.get_by_role("status").filter(has_text=WAITS)).to_be_visible()
    db.session.query(BrowserSession).update({"ended_at": NOW})
    db.session.commit()
    page.context.set_offline(False)
    expect(page.get_by_text("you have been signed out. Press Save")).to_be_visible()
    assert page.evaluate(KEPT) == 1
    assert sessions(pairing) == []
    page.goto("about:blank")


def test_where_local_drafts_are_off_the_entry_waits_on_the_open_page_alone(
    cast, window, pairing, commit
):
    db.session.get_one(Organisation, cast.coach.organisation_id).keeps_local_drafts = False
    commit()
    page = window(cast.coach, size=PHONE)
    page.goto(f"/pairings/{pairing.id}")
    page.context.set_offline(True)
    enter(page, note="On the page.")
    save(page)
    expect(page.get_by_role("status").filter(has_text=WAITS)).to_be_visible()
    assert page.evaluate(KEPT) == 0
    page.context.set_offline(False)
    expect(page.locator(".saved")).to_contain_text("saved")
    assert notes() == ["On the page."]
    page.goto("about:blank")


def test_a_connection_cut_at_random_while_saving_saves_once_and_loses_no_word(
    cast, window, pairing
):
    """Before the request, in the middle of it, or after the server had it and before the answer."""
    chance = random.Random(26)
    page = window(cast.coach, size=PHONE)
    for number in range(CUTS):
        page.goto("/sessions/new")
        enter(page, note=f"Words of cut {number:02}.", day=LAST - timedelta(days=number))
        cut(page, chance)
        expect(page.locator(".saved")).to_contain_text("saved", timeout=20_000)
        assert len(sessions(pairing)) == number + 1
    assert notes() == [f"Words of cut {number:02}." for number in range(CUTS)]
    assert page.evaluate(KEPT) == 0
    page.goto("about:blank")


def cut(page, chance):
    """Press Save and lose the connection around it, at a moment and in a way that chance chooses."""
    way = chance.choice(["before", "answer lost", "some moment"])
    if way == "answer lost":

        def lose(route):
            if route.request.method != "POST":
                route.continue_()
                return
            route.fetch()
            route.abort()

        page.route("**/sessions/new", lose)
        save(page)
        expect(page.get_by_role("status").filter(has_text=WAITS)).to_be_visible()
        page.unroute("**/sessions/new")
        return
    if way == "before":
        page.context.set_offline(True)
        save(page)
    else:
        save(page)
        page.wait_for_timeout(chance.uniform(0, 60))
        page.context.set_offline(True)
    page.wait_for_timeout(chance.uniform(0, 200))
    page.context.set_offline(False)
