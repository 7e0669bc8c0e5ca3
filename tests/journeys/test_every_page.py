"""Every page for everybody who may open it: axe, no sideways scroll, nothing too small to press."""

from typing import Any

import pytest

from tests.house import examples
from tests.house.routes import names, visits
from tests.journeys.conftest import DESKTOP, PHONE, violations

pytestmark = pytest.mark.once
# What is taken away as a file has no page to look at.
FILES = ("/export", "/contact-card", "/rows", "/calendar/file", "/template")
SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter(e => e.checkVisibility() && !e.closest('p, li, td, dd, .govuk-skip-link, label'))
  .filter(e => !e.classList.contains('govuk-skip-link'))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, b]) => b.width > 1 && b.height > 1 && (b.width < 24 || b.height < 24))
  .map(([e, b]) => (e.textContent || e.name).trim().slice(0, 40) + ' '
      + Math.round(b.width) + 'x' + Math.round(b.height))"""


def pages(app: Any, cast: Any) -> list[tuple[str, str]]:
    """One member of the cast for each page (the first who may open it), and every home page."""
    rows = examples.rows(cast)
    examples.read_roles()
    found = []
    for visit in visits(app):
        if visit.method != "GET" or visit.route.endpoint in {"static", "health"}:
            continue
        if visit.route.rule.endswith(FILES):
            continue
        if visit.rule.policy is None:
            found.append((visit.address(app, rows), ""))
            continue
        may = [name for name, person in names(cast).items() if visit.lets_in(rows, person)]
        shown_to = may if visit.route.rule == "/" else may[:1]
        found += [(visit.address(app, rows), name) for name in shown_to]
    return found


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_and_nothing_is_too_small(size, app, cast, window):
    faults = []
    todo = pages(app, cast)
    people = names(cast)
    windows = {name: window(people.get(name), size=size) for name in {who for _, who in todo}}
    for path, name in todo:
        page = windows[name]
        page.goto(path)
        faults += [f"{path} for {name or 'a stranger'}: {fault}" for fault in violations(page)]
        faults += [f"{path}: {small} is too small to press" for small in page.evaluate(SMALL)]
    assert not faults, "\n".join(faults)


def test_nothing_scrolls_sideways_at_320(app, cast, window):
    faults = []
    todo = pages(app, cast)
    people = names(cast)
    windows = {name: window(people.get(name), size=(320, 640)) for name in {who for _, who in todo}}
    for path, name in todo:
        page = windows[name]
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            faults.append(f"{path} for {name or 'a stranger'} is {wide} px wide")
    assert not faults, "\n".join(faults)
