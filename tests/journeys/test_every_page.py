"""Every page, opened once and seen at each size: axe, no sideways scroll, nothing too small or hidden."""

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
def test_no_page_is_at_fault_too_small_too_wide_or_hidden_from_the_keyboard_at_any_size(
    app, cast, window
):
    faults = []
    todo = pages(app, cast)
    people = names(cast)
    windows = {name: window(people.get(name)) for name in {who for _, who in todo}}
    for path, name in todo:
        page = windows[name]
        page.goto(path)
        for size in (DESKTOP, PHONE, SMALLEST):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            where = f"{path} for {name or 'a stranger'} at {size[0]} px"
            faults += [f"{where}: {fault}" for fault in found_at(size, page)]
        page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    assert not faults, "\n".join(faults)


def found_at(size: tuple[int, int], page: Any) -> list[str]:
    """What is at fault on a page at one size. The smallest has the markup of the phone."""
    found = []
    if size == SMALLEST:
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"it is {wide} px wide"] if wide > size[0] else []
    else:
        found += violations(page)
        found += [f"{small} is too small to press" for small in page.evaluate(SMALL)]
    hidden = page.evaluate(OBSCURED)
    return found + [f"{stop} has the focus and cannot be seen" for stop in hidden]
