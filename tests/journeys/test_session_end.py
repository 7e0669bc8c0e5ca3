"""The end of a session: nobody is surprised by it, loses words to it, or leaves any behind."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from portal import clock
from portal.database import db
from portal.identity.models import BrowserSession
from portal.mentoring.models import Session
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.factories.mentoring import a_pairing
from tests.journeys.conftest import PHONE, launched

pytestmark = pytest.mark.once
WARNING = "You will be signed out at 09:30 unless you choose to stay."
THE_DAY = "Thursday 19 November 2026"


def after(**time: float) -> Any:
    """Let it be so much later at the server; sessions are counted there."""
    return clock.set_to(moment=NOW + timedelta(**time))


def filled(page: Page) -> None:
    """Write a session of last week into the quick log, without saving it."""
    page.goto("/sessions/new")
    page.get_by_label("Another day").check()
    page.get_by_label("Which day?").fill(THE_DAY)
    page.get_by_label("45 min").check()


def signed_in_again(page: Page) -> None:
    """Give the password once more, on the page that asks for it."""
    page.get_by_label("E-mail address").fill("coach@riverside.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def at_nine(page: Page) -> Page:
    """The page in a browser whose clock says the same as the server's."""
    page.clock.install(time=NOW)
    return page


def test_five_minutes_before_the_end_one_press_keeps_me_signed_in(cast, window):
    page = at_nine(window(cast.coach))
    page.goto("/")
    warning = page.get_by_role("alert")
    page.clock.fast_forward("24:00")
    expect(warning).to_be_empty()
    page.clock.fast_forward("01:30")
    expect(warning).to_contain_text(WARNING)
    with after(minutes=25.5):
        page.get_by_role("button", name="Stay signed in").click()
        expect(warning).to_be_empty()
    with after(minutes=50):
        page.goto("/account")
        expect(page.get_by_role("heading", level=1)).to_have_text("Your account")


def test_the_warning_is_the_second_stop_of_the_keyboard(cast, window):
    page = at_nine(window(cast.coach, size=PHONE))
    page.goto("/account")
    page.clock.fast_forward("26:00")
    expect(page.get_by_role("alert")).to_contain_text("You will be signed out")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
    with after(minutes=26):
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_empty()


def test_a_page_left_open_says_that_the_session_has_ended(cast, window):
    page = at_nine(window(cast.coach))
    page.goto("/")
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("alert")).to_contain_text("You have been signed out.")
    with after(minutes=31):
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_form_left_open_says_that_it_can_still_be_saved(cast, window, commit):
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    page = at_nine(window(cast.coach))
    filled(page)
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("alert")).to_contain_text("Save now: what you typed comes with you")


def test_after_twelve_hours_staying_is_answered_with_the_reason_why_not(cast, window, commit):
    page = window(cast.coach)
    last = NOW + timedelta(hours=11, minutes=57)
    db.session.execute(update(BrowserSession).values(seen_at=last - timedelta(minutes=2)))
    commit()
    with clock.set_to(moment=last):
        page.clock.install(time=last)
        page.goto("/")
        page.get_by_role("button", name="Stay signed in").click()
        expect(page.get_by_role("alert")).to_contain_text("You have been signed in all day.")
        expect(page.get_by_role("alert")).to_contain_text("At 21:00")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_was_typed_comes_through_signing_in(javascript, cast, window, commit):
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    page = window(cast.coach, size=PHONE, javascript=javascript)
    filled(page)
    with after(minutes=31):
        page.get_by_role("button", name="Save session").click()
        expect(page.locator(".lead")).to_contain_text("What you typed is kept")
        assert db.session.query(Session).count() == 0
        signed_in_again(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed in again")
        expect(page.locator("main")).to_contain_text(THE_DAY)
        page.get_by_role("button", name="Save it now").click()
        expect(page.locator(".saved")).to_contain_text("Amira Khan")
    db.session.rollback()
    assert [one.held_on.isoformat() for one in db.session.query(Session)] == ["2026-11-19"]


def test_after_signing_out_going_back_shows_nothing_of_mine(cast, commit, chromium, address):
    commit()
    remembers_pages = ["--disable-back-forward-cache"]
    with launched(chromium.browser_type, ignore_default_args=remembers_pages) as browser:
        page = browser.new_page(base_url=address)
        page.goto("/sign-in")
        signed_in_again(page)
        page.wait_for_url("**/")
        page.goto("/account")
        assert "coach@riverside.example" in page.inner_text("main")
        page.get_by_role("button", name="Sign out").first.click()
        page.wait_for_url("**/sign-in")
        for _ in range(3):
            page.go_back()
            page.wait_for_load_state()
            shown = page.inner_text("body")
            assert "coach@" not in shown
            assert "Priya" not in shown
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    db.session.rollback()
    assert all(one.ended_at for one in db.session.query(BrowserSession))
