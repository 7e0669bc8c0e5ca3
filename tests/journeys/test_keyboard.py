"""The story's daily deeds by keyboard alone, with focus that is never lost or hidden."""

from datetime import date
from typing import Any

import pytest

from tests.cast import PASSWORD
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.house import examples
from tests.journeys.conftest import PHONE
from tests.journeys.test_every_page import OBSCURED

pytestmark = pytest.mark.once
FOCUSED = """() => { const e = document.activeElement; return (e.innerText || e.value || e.name || '')
  .trim() + '|' + e.tagName + '|' + (e.id || '') }"""


def tab_to(page: Any, words: str, most: int = 60) -> None:
    """Press Tab until what has the focus says these words."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if words in seen[-1]:
            return
    raise AssertionError(f"Tab never reached {words!r}: {seen}")


def test_signing_in_and_logging_a_session_by_keyboard(cast, window, commit):
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    page = window()
    page.goto("/sign-in")
    tab_to(page, "|INPUT|email")
    page.keyboard.type(cast.coach.email)
    tab_to(page, "|INPUT|password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    page.goto("/sessions/new")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "minutes":
            break
    page.keyboard.press("ArrowDown")
    tab_to(page, "Save session")
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")
    assert "Amira Khan" in page.inner_text("main")
    page.goto("/sessions")
    assert "Amira Khan" in page.inner_text("main")


def test_an_answer_takes_the_focus_so_that_it_is_read_out(cast, window, commit):
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    page = window(cast.coach)
    page.goto("/sessions/new")
    tab_to(page, "Save session")
    page.keyboard.press("Enter")
    page.wait_for_selector(".govuk-error-summary")
    assert page.evaluate("document.activeElement.closest('.govuk-error-summary') !== null")
    assert page.title().startswith("Error: ")
    page.locator("input[name=minutes]").first.check()
    tab_to(page, "Save session")
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")
    assert page.evaluate("document.activeElement.closest('.saved') !== null")
    assert not page.title().startswith("Error: ")


def test_recording_an_item_of_the_year_by_keyboard(cast, window, commit):
    an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.assessor,
                 started_on=date(2026, 11, 2))  # fmt: skip
    commit()
    page = window(cast.assessor)
    page.goto("/inductions")
    tab_to(page, "Amira Khan")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "Record as")
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=held_on]")
    tab_to(page, "Save as")
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")


def test_a_stop_under_something_is_seen_to_be_hidden(cast, window):
    page = window(cast.nqsw)
    page.goto("/notices")
    assert page.evaluate(OBSCURED) == []
    page.evaluate("""() => {
      const cover = document.createElement('div')
      Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '99' })
      document.body.append(cover)
    }""")
    assert page.evaluate(OBSCURED)


def test_a_quick_log_fits_a_phone_and_takes_two_taps(app, cast, window):
    examples.rows(cast)
    page = window(cast.coach, size=PHONE)
    page.goto("/people-i-support")
    page.get_by_role("link", name="Log a session").first.tap()
    page.wait_for_selector("input[name=minutes]", state="attached")
    page.goto("/sessions/new")
    save = page.get_by_role("button", name="Save session").bounding_box()
    assert save["y"] + save["height"] <= 844, "Save is below the fold"
    page.get_by_label("45 min").tap()
    page.get_by_role("button", name="Save session").tap()
    page.wait_for_selector(".saved")
