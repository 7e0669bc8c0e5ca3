"""Every page, opened once at each size: axe, no sideways scroll, nothing too small or hidden."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.house import examples
from tests.house.routes import names, visits
from tests.journeys.conftest import DESKTOP, PHONE, SMALLEST, violations

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

OBSCURED = """() => {
  const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const hidden = []
  for (const e of document.querySelectorAll(stops)) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) continue
    e.focus({ focusVisible: true })
    if (document.activeElement !== e) continue
    const b = (e.closest('label') || e).getBoundingClientRect()
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]]
    const seen = points.some(([x, y]) => {
      const top = document.elementFromPoint(b.left + b.width * x, b.top + b.height * y)
      const label = e.labels && [...e.labels].some(l => l.contains(top))
      return top && (e.contains(top) || top.contains(e) || label)
    })
    if (!seen) hidden.push((e.innerText || e.name || e.tagName).trim().slice(0, 50))
  }
  return hidden
}"""


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


@pytest.mark.timeout(900)  # hundreds of pages, one after the other
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_and_nothing_is_too_small_or_hidden_from_the_keyboard(
    size, app, cast, window
):
    faults = []
    for path, name, page in walked(size, app, cast, window):
        faults += [f"{path} for {name}: {fault}" for fault in violations(page)]
        faults += [f"{path}: {small} is too small to press" for small in page.evaluate(SMALL)]
        faults += hidden_stops(page, f"{path} for {name}")
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(900)
def test_at_320_nothing_scrolls_sideways_or_is_hidden_from_the_keyboard(app, cast, window):
    faults = []
    for path, name, page in walked(SMALLEST, app, cast, window):
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > SMALLEST[0]:
            faults.append(f"{path} for {name} is {wide} px wide")
        faults += hidden_stops(page, f"{path} for {name}")
    assert not faults, "\n".join(faults)


def walked(
    size: tuple[int, int], app: Any, cast: Any, window: Any
) -> Iterator[tuple[str, str, Any]]:
    """Each page opened once in a window of this size: its address, who it is for, and itself."""
    todo = pages(app, cast)
    people = names(cast)
    windows = {name: window(people.get(name), size=size) for name in {who for _, who in todo}}
    for path, name in todo:
        page = windows[name]
        page.goto(path)
        yield path, name or "a stranger", page


def hidden_stops(page: Any, where: str) -> list[str]:
    """The stops of the keyboard that cannot be seen when they have the focus."""
    return [f"{where}: {stop} has the focus and cannot be seen" for stop in page.evaluate(OBSCURED)]
