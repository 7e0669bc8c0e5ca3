"""The story that everything builds on, through pages only, with and without JavaScript.

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


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_staff_list_to_a_logged_session(javascript, cast, window):
    open_window = _opener(window, javascript)
    hr = open_window(cast.hr)
    assert "will be added" in _brought_in(hr)
    link = _invited(hr, "Siân Taylor")
    _enrolled(open_window(cast.coordinator), "Siân Taylor", assessor="Dan Okoro")
    _paired(open_window(cast.coordinator), coach="Priya Nair", person="Siân Taylor")

    sian = open_window(None, size=PHONE)
    _joined(sian, link)
    sian.goto("/my-year")
    assert "Week 18 of 104" in sian.inner_text("main")

    _logged_in_two_taps(open_window(cast.coach, size=PHONE))
    sian.goto("/sessions")
    assert "45 minutes" in sian.inner_text("main")
    assert "Priya Nair" in sian.inner_text("main")

    hr.goto("/pathways")
    place = hr.locator("li", has_text="Newly qualified social worker").first
    assert "people" in place.inner_text()


def _opener(window: Any, javascript: bool) -> Any:
    def open_window(person: Any, **given: Any) -> Any:
        return window(person, javascript=javascript, **given)

    return open_window


def _press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def _brought_in(page: Any) -> str:
    page.goto("/people/import")
    page.set_input_files("input[type=file]", STAFF_LIST)
    _press(page, "Look at the columns")
    _press(page, "Look at the rows")
    said: str = page.inner_text("main")
    _press(page, "Apply")
    assert page.inner_text("h1") == "The staff list is in"
    return said


def _invited(page: Any, name: str) -> str:
    """Invite somebody and answer the link that is shown once."""
    page.goto("/people?q=sian+taylor")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("link", name="Account and invitation").click()
    _press(page, "Invite them")
    link: str = page.locator("text=/one-time/").first.inner_text()
    return "/one-time/" + link.split("/one-time/")[1].split()[0]


def _enrolled(page: Any, name: str, *, assessor: str) -> None:
    page.goto("/inductions/new")
    page.get_by_label(name).check()
    page.get_by_label("Who is the assessor?").select_option(label=assessor)
    _press(page, "Enrol")
    assert name in page.inner_text("main")


def _paired(page: Any, *, coach: str, person: str) -> None:
    page.goto("/pairings/new")
    offered = page.locator("select[name=coach] option", has_text=coach).get_attribute("value")
    page.select_option("select[name=coach]", offered)
    page.locator("input[name=q]").fill("Taylor")
    _press(page, "Find people")
    page.get_by_label(person).check()
    _press(page, "Pair them")
    assert person in page.inner_text("main")


def _joined(page: Any, link: str) -> None:
    page.goto(link)
    page.locator("input[name=password]").fill(PASSWORD)
    _press(page, "Save and sign in")


def _logged_in_two_taps(page: Any) -> None:
    page.goto("/people-i-support")
    page.get_by_role("link", name="Log a session").first.click()
    page.get_by_label("45 min").check()
    _press(page, "Save session")
    page.wait_for_selector(".saved")
    assert "45 minutes" in page.inner_text("main")
