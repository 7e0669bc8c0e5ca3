"""The ten main pages as somebody reads them who chose a font, a spacing and a background."""

from typing import Any

import pytest

from tests.factories.identity import account_of
from tests.factories.induction import an_induction
from tests.journeys.conftest import DESKTOP, PHONE, violations

pytestmark = pytest.mark.once
PAGES = (
    ("nqsw", ("/", "/my-year", "/sessions/new", "/pathway", "/people", "/account/reading")),
    ("coordinator", ("/inductions", "/inductions/new", "/pairings")),
    ("admin", ("/organisation", "/organisation/areas", "/accounts/invitations")),
)


@pytest.mark.parametrize(
    ("background", "size"),
    [("dark", DESKTOP), ("dark", PHONE), ("cream", PHONE), ("blue", DESKTOP)],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    background: str, size: tuple[int, int], cast: Any, window: Any
) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    faults = []
    for name, paths in PAGES:
        person = getattr(cast, name)
        account = account_of(person)
        account.reading_font, account.reading_spacing = "hyperlegible", "wide"
        account.reading_background = background
        page = window(person, size=size)
        for path in paths:
            page.goto(path)
            faults += [f"{path} for {name}: {fault}" for fault in violations(page)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            faults += [f"{path} for {name} is {wide} px wide"] if wide > size[0] else []
    assert not faults, "\n".join(faults)


def test_the_font_is_asked_for_by_those_who_chose_it_alone(cast: Any, window: Any) -> None:
    def asked(person: Any) -> list[str]:
        found: list[str] = []
        page = window(person)
        page.on("request", lambda request: found.append(request.url))
        page.goto("/people")
        page.wait_for_load_state("networkidle")
        return [url for url in found if "hyperlegible" in url or "reading.css" in url]

    assert asked(cast.coach) == []
    account_of(cast.coach).reading_font = "hyperlegible"
    assert len(asked(cast.coach)) >= 2


def test_the_paragraph_shows_a_choice_before_it_is_saved(cast: Any, window: Any) -> None:
    page = window(cast.coach)
    page.goto("/account/reading")
    ground = "getComputedStyle(document.querySelector('.preview')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_label("Dark, with light text").check(force=True)
    assert page.evaluate(ground) == "rgb(29, 34, 37)"
    font = "getComputedStyle(document.querySelector('.preview p')).fontFamily"
    page.get_by_label("Atkinson Hyperlegible Next").check(force=True)
    assert "Atkinson" in page.evaluate(font)
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("html.reading--dark.reading--hyperlegible")
