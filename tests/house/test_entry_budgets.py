"""Entry budgets: how long what somebody has to fill in takes them, counted from the pages.

A choice takes 5 seconds, a date 10, a required sentence 30; what is hidden, optional or filled in
already takes none (the figures are those of the product's plan). Each form is sent as it is shown:
what it then misses is what a person has to fill in.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pytest

from tests.browser import HTML, Browser
from tests.factories.induction import an_induction, item_of
from tests.factories.mentoring import a_pairing
from tests.factories.observations import an_observation, section_of

CHOICE, DATE, SENTENCE = 5, 10, 30
WEEKS, MINUTE = 52, 60


@dataclass(frozen=True)
class Met:
    """A form that somebody meets: its page, the button that sends it, how often in a year."""

    page: str
    button: str
    times: float
    source: str


# By role: the seconds of a week, and each form with how often a year it is met and why so often.
# "{year}" and the like are the ids of what a page is about. Reflection is left out, as agreed.
BUDGETS: dict[str, tuple[int, tuple[Met, ...]]] = {
    "nqsw": (
        10 * MINUTE,
        (
            Met(
                "/supervision/new", "Save", 25, "6 weekly, 10 fortnightly, then monthly, held by 1"
            ),
            Met("/sessions/new", "Save", 26, "coaching each fortnight"),
            Met("/inductions/{year}/development-time/new", "Save", 52, "a tenth of each week"),
            Met("/inductions/{year}/observations/new", "Plan", 3, "three direct observations"),
            Met("/observations/{observation}/consent", "Save", 3, "asked before each of them"),
            Met("/observations/sections/{context}", "Save", 6, "two sections of each, a sentence"),
            Met("/inductions/items/{item}/holding", "Save", 27, "every item of the programme"),
        ),
    ),
    "manager": (
        5 * MINUTE,
        (
            Met("/team-promises", "Confirm supervision", 12, "once a month for each person"),
            Met("/team-promises", "Confirm workload", 12, "once a month for each person"),
            Met("/supervision/new", "Save", 25, "where the manager writes it down"),
        ),
    ),
}
A_SESSION = Met("/sessions/new", "Save", WEEKS, "each session with somebody")


def seconds(browser: Browser, met: Met, ids: dict[str, str]) -> int:
    """How long what a form misses takes, sent as it is shown."""
    page = browser.visit(met.page.format(**ids))
    assert page.status == 200, page.url
    page.submit(met.button)
    assert page.status in {200, 422}, page.url
    return sum(cost(page.by_id(name)) for name in missing(page))


def missing(page: Browser) -> set[str]:
    """The fields that the summary of what is wrong leads to."""
    if page.status != 422:
        return set()
    found = (e for e in page.document.iter() if "error-summary" in e.attrib.get("class", ""))
    links = (link.attrib["href"] for each in found for link in each.iter(HTML + "a"))
    return {href.removeprefix("#") for href in links if href.startswith("#")}


def cost(box: Element) -> int:
    """How long one field takes."""
    if box.tag == HTML + "select" or box.attrib.get("type") in {"radio", "checkbox"}:
        return CHOICE
    return DATE if box.attrib.get("name", "").endswith("on") else SENTENCE


@pytest.fixture
def ids(cast, commit) -> dict[str, str]:
    """What the pages are about: Amira's year with something of each."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    commit()
    return {
        "year": str(year.id), "observation": str(observation.id),
        "context": str(section_of(observation, "context").id),
        "item": str(item_of(year, "document-2").id),
    }  # fmt: skip


@pytest.mark.parametrize("role", BUDGETS)
def test_a_week_asks_no_more_than_its_budget(role, browser, cast, ids):
    most, forms = BUDGETS[role]
    mine = browser(as_=getattr(cast, role))
    spent = {met: seconds(mine, met, ids) for met in forms}
    a_week = sum(each * met.times for met, each in spent.items()) / WEEKS
    assert a_week <= most, "\n".join(f"{met.page}: {each} s" for met, each in spent.items())


def test_a_coach_logs_a_session_within_a_minute(browser, cast, ids):
    assert seconds(browser(as_=cast.coach), A_SESSION, ids) <= MINUTE


def test_an_assessor_is_asked_nothing_that_the_portal_knows(browser, cast, ids):
    """Who, when and which are filled in; what is left to say is what only the assessor knows."""
    mine = browser(as_=cast.assessor)
    assert seconds(mine, Met("/inductions/items/{item}/holding", "Save", 6, "each item"), ids) == 0
    plan = Met("/inductions/{year}/observations/new", "Plan", 3, "three direct observations")
    assert seconds(mine, plan, ids) <= CHOICE + DATE
