"""Every page has a way to it: whoever may see one finds its link on a page they come to from home.

Walked over the demo, as each of those who use the portal every day.
"""

import re
from collections import Counter, deque
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from portal.database import db
from portal.identity.models import Account
from portal.people.models import Person
from portal.web.guard import rule_of
from tests.browser import Browser

pytestmark = pytest.mark.once

LINK = re.compile(r'\b(?:href|hx-get)="(/[^"#]*)|<form[^>]*method="get"[^>]*action="(/[^"#]*)')
MOST_OF_A_KIND = 1  # so many pages of one route are opened: their like lead to the same routes
WALKERS = ("nqsw", "coach", "assessor", "manager", "coordinator", "hr", "admin")
# Pages without a link, each with the reason why nobody misses one.
WITHOUT = {
    "health": "asked by the machine that watches the portal",
    "static": "brought along by pages",
    "identity.confirmation": "comes by itself before what asks for the password again",
}

FROM_OUTSIDE = {"identity.one_time": "comes by mail", "induction.give_feedback": "comes by link"}
ROOT = Path(__file__).parents[2]


def walked(app: Flask, person: Person) -> tuple[set[str], dict[str, set[str]]]:
    """The routes that pages link to for this person, and for each route those of its links."""
    browser, routes = Browser(app, signed_in_as=person), app.url_map.bind("localhost")
    linked: dict[str, set[str]] = {}
    opened: Counter[str] = Counter()
    todo, known = deque([("home.home", "/")]), {"/"}
    while todo:
        endpoint, path = todo.popleft()
        if opened[endpoint] >= MOST_OF_A_KIND:
            continue
        opened[endpoint] += 1
        answer = browser.send("get", path)
        if answer.mimetype != "text/html":
            continue
        for found in LINK.findall(answer.get_data(as_text=True)):
            address = unescape(found[0] or found[1])
            to = endpoint_of(routes, address)
            linked.setdefault(endpoint, set()).add(to)
            if to and address not in known and to not in WITHOUT:
                known.add(address)
                todo.append((to, address))
    return set().union(*linked.values()), linked


def endpoint_of(routes: MapAdapter, address: str) -> str:
    """The route of an address, or ""."""
    try:
        return str(routes.match(urlsplit(address).path, method="GET")[0])
    except HTTPException:
        return ""


@pytest.fixture(scope="module")
def ways(demo: Flask) -> dict[str, tuple[set[str], dict[str, set[str]]]]:
    """What everybody who walks comes to, by what they do."""
    return {name: walked(demo, called(name)) for name in WALKERS}


def called(name: str) -> Person:
    """The one of the demo's people who does this."""
    address = f"{name}@riverside.example"
    of = select(Account.person_id).where(Account.email == address).scalar_subquery()
    whole = select(Person).where(Person.id == of).options(joinedload(Person.organisation))
    fresh = whole.execution_options(populate_existing=True)
    return db.session.scalars(fresh).unique().one()


def pages(app: Flask, *, about_something: bool) -> list[str]:
    """The routes that are opened with GET, with or without a thing in their address."""
    return sorted(
        {
            rule.endpoint
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ())
            and bool(rule.arguments) is about_something
            and rule.endpoint not in WITHOUT
        }
    )


def test_whoever_may_open_a_page_finds_a_way_to_it(demo, ways):
    lost, people = [], {name: called(name) for name in ways}
    for endpoint in pages(demo, about_something=False):
        rule = rule_of(demo.view_functions[endpoint])
        assert rule is not None
        if rule.policy is None or ".export_" in endpoint:  # no file of a list that is empty
            continue
        may = [name for name, person in people.items() if rule.allows(person)]
        found = [name for name in may if endpoint in ways[name][0]]
        # What is open to everybody is linked where somebody has something to do there.
        if len(may) == len(people) and found:
            continue
        lost += [f"{endpoint} for {name}" for name in may if name not in found]
    assert not lost, "\n".join(lost)


def test_a_page_about_something_is_linked_where_that_thing_is_shown(demo):
    """The demo has not everything in every state, so that the templates are asked for the link."""
    written = {path: path.read_text("utf-8") for path in sources()}
    lost = []
    for endpoint in pages(demo, about_something=True):
        area, name = endpoint.split(".")
        own = f"{area}/{name}.html"
        names = re.compile(rf"""["']({re.escape(endpoint)}|\.{name})["']""")
        others = (text for path, text in written.items() if not str(path).endswith(own))
        if endpoint not in FROM_OUTSIDE and not any(names.search(text) for text in others):
            lost.append(endpoint)
    assert not lost, "\n".join(lost)


def sources() -> list[Path]:
    """Every template and every module of the portal."""
    return [*(ROOT / "templates").rglob("*.html"), *(ROOT / "portal").rglob("*.py")]


def test_everything_of_the_own_year_is_two_links_away_from_any_page(ways):
    _, of = ways["nqsw"]
    assert all("induction.my_year" in links for links in of.values() if "home.home" in links)
    of_the_year = {
        "induction.calendar", "induction.promises", "induction.observations", "induction.feedback",
        "induction.evidence", "induction.ratings", "induction.agreement", "induction.reviews",
        "induction.waiting", "mentoring.log_session",
    }  # fmt: skip
    assert of_the_year <= of["induction.my_year"]
