"""What each form of the year costs when it is saved, filled in as its page shows it."""

import re
from datetime import timedelta
from typing import Any

import pytest

from portal import database
from portal.clock import today
from portal.database import db
from portal.web import days
from tests.browser import HTML
from tests.house import examples
from tests.house.routes import names, visits
from tests.induction.test_statements import MOST_FOR_A_SAVED_FORM

AREAS = {"induction", "standards", "mentoring"}
DAY = re.compile(r"(_on|day|until)$")
# Several deeds in one form, each with its audit entry: what was missed, and the day agreed instead.
DEARER = {
    "POST /inductions/<uuid:induction_id>/supervision/rebooking": 16,
}
LEAST = 85  # of the forms can be filled in without knowing what they mean
# Forms of the year and of writing that ask for what only the tests of their deeds know.
OWN_ANSWERS = {
    "POST /feedback/<string:token>",
    "POST /feedback/requests/<uuid:request_id>/reminder",
    "POST /identifiers",
    "POST /inductions/<uuid:induction_id>/assessor/hand-over",
    "POST /inductions/<uuid:induction_id>/before-the-portal",
    "POST /inductions/<uuid:induction_id>/first-day",
    "POST /inductions/<uuid:induction_id>/changes/new",
    "POST /inductions/<uuid:induction_id>/confirming",
    "POST /inductions/<uuid:induction_id>/ending",
    "POST /inductions/<uuid:induction_id>/feedback/links",
    "POST /inductions/<uuid:induction_id>/next-programme",
    "POST /inductions/<uuid:induction_id>/observations/new",
    "POST /inductions/<uuid:induction_id>/programme-move",
    "POST /inductions/<uuid:induction_id>/standards",
    "POST /inductions/<uuid:induction_id>/support-plan/new",
    "POST /inductions/changes/<uuid:change_id>/agreement-elsewhere",
    "POST /inductions/changes/<uuid:change_id>/return",
    "POST /inductions/earlier-records",
    "POST /inductions/items/<uuid:item_id>/writing",
    "POST /inductions/new",
    "POST /inductions/new/list",
    "POST /observations/<uuid:observation_id>/finishing",
    "POST /observations/<uuid:observation_id>/plan",
    "POST /own-programmes/<uuid:own_id>/items/<string:code>",
    "POST /reviews/<uuid:review_id>/reopening",
    "POST /reviews/<uuid:review_id>/signature",
    "POST /support-plans/<uuid:plan_id>/extension",
    "POST /thoughts",
    "POST /writing/<uuid:piece_id>/bringing-back",
    "POST /writing/<uuid:piece_id>/comments",
    "POST /writing/<uuid:piece_id>/deletion",
    "POST /writing/<uuid:piece_id>/sharing",
    "POST /writing/<uuid:piece_id>/working-text",
}


@pytest.fixture
def taken_back(monkeypatch):
    """Every form is saved to its last statement, and leaves the example rows as they are."""

    def commit() -> None:
        db.session.flush()
        db.session.rollback()

    monkeypatch.setattr(database, "commit", commit)


def filled(box: Any, kind: str) -> str:
    """Something that may stand in an empty field."""
    name = box.attrib["name"]
    if kind == "email":
        return "somebody@elsewhere.example"
    if DAY.search(name):
        return days.short(today() + timedelta(days=1 if "until" in name else 0))
    return "5" if box.attrib.get("inputmode") == "numeric" else "Some words about it"


def answers(mine: Any, form: Any) -> dict[str, Any]:
    """What a page's form would send, with something in what is empty and something chosen."""
    sent = mine._fields(form, "")
    for box in form.iter():
        name, kind = box.attrib.get("name"), box.attrib.get("type", "text")
        if not name or kind in {"hidden", "file", "search"}:
            continue
        if box.tag == HTML + "textarea" or (
            box.tag == HTML + "input" and kind in {"text", "email", "number"}
        ):
            sent[name] = sent.get(name) or filled(box, kind)
        elif kind in {"radio", "checkbox"}:
            sent.setdefault(name, [box.attrib.get("value", "on")])
        elif box.tag == HTML + "select" and not sent.get(name):
            values = [each.attrib.get("value", "") for each in box.iter(HTML + "option")]
            sent[name] = next(filter(None, values), "")
    return sent


def given(mine: Any, visit: Any, address: str, row: Any) -> dict[str, Any]:
    """The fields for a form: those of its own page, or of a button nothing but the version."""
    fields: dict[str, Any] = {"version": getattr(row, "version", 1)}
    if "GET" in visit.route.methods:
        mine.visit(address)
        for form in mine.all("form"):
            if form.attrib.get("action", address).split("?")[0] == address:
                fields |= answers(mine, form)
    return fields


@pytest.mark.once
def test_every_form_of_the_year_costs_no_more_than_a_saved_form_may(
    app, cast, browser, statements, taken_back
):
    """Those that need answers of their own are counted by the tests of their deeds."""
    rows = examples.rows(cast)
    people = {name: (person, browser(as_=person)) for name, person in names(cast).items()}
    tokens = {name: mine.token() for name, (_, mine) in people.items()}
    cost: dict[str, int] = {}
    known: set[str] = set()
    for visit in visits(app):
        if visit.method != "POST" or visit.route.endpoint.partition(".")[0] not in AREAS:
            continue
        if not visit.route.endpoint.startswith("mentoring."):
            known.add(visit.name)
        for name, (person, mine) in people.items():
            if visit.rule.policy is None or not visit.lets_in(rows, person):
                continue
            address = visit.address(app, rows)
            row = visit._example(rows) if visit.rule.model is not None else None
            sent = given(mine, visit, address, row) | {"csrf_token": tokens[name]}
            statements.clear()
            if mine.send("post", address, data=sent).status_code == 303:
                cost[visit.name] = max(len(statements), cost.get(visit.name, 0))
                break
    dear = {
        name: number
        for name, number in cost.items()
        if number > DEARER.get(name, MOST_FOR_A_SAVED_FORM)
    }
    assert not dear, dear
    assert len(cost) >= LEAST
    assert known - set(cost) <= OWN_ANSWERS, sorted(known - set(cost) - OWN_ANSWERS)
