"""The story that everything builds on, through pages only: by mouse with and without JavaScript,
and by keyboard alone.

HR brings in the council's real staff list; a newly qualified worker is invited, enrolled and sees
their own dated year; their coach logs a session on a phone; HR sees who stands where.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.once
STAFF_LIST = Path(__file__).parents[1] / "fixtures" / "staff-list.csv"
PASSWORD = "seven herons over the weir"


class Mouse:
    """Hands that click."""

    def press(self, page: Any, name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_load_state()

    def follow(self, page: Any, name: str) -> None:
        page.get_by_role("link", name=name).first.click()
        page.wait_for_load_state()

    def tick(self, page: Any, name: str) -> None:
        page.get_by_label(name).check()

    def choose(self, page: Any, selector: str, words: str) -> None:
        value = page.locator(f"{selector} option", has_text=words).get_attribute("value")
        page.select_option(selector, value)

    def write(self, page: Any, selector: str, words: str) -> None:
        page.locator(selector).fill(words)


class Keyboard(Mouse):
    """Hands that only press keys: Tab until it has the focus, then Enter, Space or arrows."""

    def press(self, page: Any, name: str) -> None:
        self._reach(page, page.get_by_role("button", name=name, exact=True))
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    def follow(self, page: Any, name: str) -> None:
        self._reach(page, page.get_by_role("link", name=name).first)
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    def tick(self, page: Any, name: str) -> None:
        box = page.get_by_label(name)
        if box.get_attribute("type") == "checkbox":
            self._reach(page, box)
            page.keyboard.press("Space")
            return
        group = page.locator(f"input[name={box.get_attribute('name')}]")
        self._reach(page, group.first)
        page.keyboard.press("Space")
        for _ in range(group.count()):
            if box.is_checked():
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows never reached {name!r}")

    def choose(self, page: Any, selector: str, words: str) -> None:
        self._reach(page, page.locator(selector))
        page.keyboard.type(words)

    def write(self, page: Any, selector: str, words: str) -> None:
        self._reach(page, page.locator(selector))
        page.keyboard.type(words)

    def _reach(self, page: Any, wanted: Any) -> None:
        wanted.wait_for(state="attached")
        for _ in range(200):
            if wanted.evaluate("e => e === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {wanted}")


@pytest.mark.parametrize(
    ("hands", "javascript"),
    [(Mouse(), True), (Mouse(), False), (Keyboard(), True)],
    ids=["by mouse", "without JavaScript", "by keyboard"],
)
def test_from_the_staff_list_to_a_logged_session(hands, javascript, cast, window):
    def open_window(person: Any, **given: Any) -> Any:
        return window(person, javascript=javascript, **given)

    hr = open_window(cast.hr)
    assert "will be added" in _brought_in(hands, hr)
    link = _invited(hands, hr, "Siân Taylor")
    _enrolled(hands, open_window(cast.coordinator), "Siân Taylor", assessor="Dan Okoro")
    _paired(hands, open_window(cast.coordinator), coach="Priya Nair", person="Siân Taylor")

    sian = open_window(None, size=PHONE)
    _joined(hands, sian, link)
    sian.goto("/my-year")
    assert "Week 18 of 104" in sian.inner_text("main")

    _logged_in_two_taps(hands, open_window(cast.coach, size=PHONE))
    sian.goto("/sessions")
    assert "45 minutes" in sian.inner_text("main")
    assert "Priya Nair" in sian.inner_text("main")

    hr.goto("/pathways")
    place = hr.locator("li", has_text="Newly qualified social worker").first
    assert "people" in place.inner_text()


def _brought_in(hands: Mouse, page: Any) -> str:
    page.goto("/people/import")
    page.set_input_files("input[type=file]", STAFF_LIST)
    hands.press(page, "Look at the columns")
    hands.press(page, "Look at the rows")
    page.wait_for_selector("text=What would change")
    said: str = page.inner_text("main")
    hands.press(page, "Apply")
    page.wait_for_selector("text=The staff list is in")
    return said


def _invited(hands: Mouse, page: Any, name: str) -> str:
    """Invite somebody and answer the link that is shown once."""
    page.goto("/people?q=sian+taylor")
    hands.follow(page, name)
    hands.follow(page, "Account and invitation")
    hands.press(page, "Invite them")
    link: str = page.locator("text=/one-time/").first.inner_text()
    return "/one-time/" + link.split("/one-time/")[1].split()[0]


def _enrolled(hands: Mouse, page: Any, name: str, *, assessor: str) -> None:
    page.goto("/inductions/new")
    hands.tick(page, name)
    hands.choose(page, "select[name=assessor]", assessor)
    hands.press(page, "Enrol")
    page.wait_for_selector(".saved")
    assert name in page.inner_text("main")


def _paired(hands: Mouse, page: Any, *, coach: str, person: str) -> None:
    page.goto("/pairings/new")
    hands.choose(page, "select[name=coach]", coach)
    hands.write(page, "input[name=q]", "Taylor")
    hands.press(page, "Find people")
    page.get_by_label(person).wait_for(state="attached")
    hands.tick(page, person)
    hands.tick(page, "Both have said yes already")
    hands.press(page, "Save and tell them")
    page.wait_for_selector(".saved")
    assert person in page.inner_text("main")


def _joined(hands: Mouse, page: Any, link: str) -> None:
    page.goto(link)
    hands.write(page, "input[name=password]", PASSWORD)
    hands.press(page, "Save and sign in")
    page.wait_for_url(lambda url: "one-time" not in url)


def _logged_in_two_taps(hands: Mouse, page: Any) -> None:
    page.goto("/people-i-support")
    hands.follow(page, "Log a session")
    page.wait_for_selector("input[name=minutes]", state="attached")
    hands.tick(page, "45 min")
    hands.press(page, "Save session")
    page.wait_for_selector(".saved")
    assert "45 minutes" in page.inner_text("main")
