"""What the ledger costs: as many statements with 200 records as with none, for 60 or 500 people."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert

from portal import clock
from portal.database import db
from portal.induction import commands
from portal.induction.models import DevelopmentTime, Induction
from portal.mentoring.models import Session
from portal.people.models import Person
from portal.teams.models import WorkloadCount
from tests.conftest import TODAY
from tests.factories.induction import an_induction
from tests.house import crowd

MOST = 12
READERS = ("nqsw", "assessor", "manager", "coordinator")


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def fill(cast, inductions, size=200):
    """Give each of these years so many records."""
    own = {"organisation_id": cast.nqsw.organisation_id}
    third = size // 3
    days = [TODAY - timedelta(days=2 * n) for n in range(third)]
    by = {"recorded_by_id": cast.manager.id}
    sessions = [
        {**own, **by, "id": uuid4(), "kind": "supervision", "state": "held", "held_on": day,
         "minutes": 60, "medium": "in person", "led_by_id": cast.manager.id, "with_id": person_id,
         "recorded_on": day, "title": "", "reason": ""}
        for _, person_id in inductions for day in days
    ]  # fmt: skip
    entries = [
        {**own, **by, "id": uuid4(), "induction_id": induction_id, "day": day, "minutes": 222,
         "state": "taken", "reason": ""}
        for induction_id, _ in inductions for day in days
    ]  # fmt: skip
    counts = [
        {**own, "id": uuid4(), "person_id": person_id, "counted_on": day, "points": 80,
         "counted_by_id": cast.manager.id}
        for _, person_id in inductions for day in days
    ]  # fmt: skip
    for model, rows in ((Session, sessions), (DevelopmentTime, entries), (WorkloadCount, counts)):
        db.session.execute(insert(model), rows)
    db.session.commit()


def cost(browser, statements, person, path):
    mine = browser(as_=person)
    mine.send("get", "/notices")
    statements.clear()
    assert mine.send("get", path).status_code == 200
    return len(statements)


@pytest.mark.parametrize("name", READERS)
def test_the_ledger_costs_the_same_with_two_hundred_records(name, cast, year, browser, statements):
    path, person = f"/inductions/{year.id}/promises", getattr(cast, name)
    browser(as_=person)
    before = cost(browser, statements, person, path)
    fill(cast, [(year.id, cast.nqsw.id)])
    after = cost(browser, statements, person, path)
    assert max(before, after) <= MOST
    assert after <= before


def test_the_team_costs_the_same_for_many(cast, year, browser, statements):
    before = cost(browser, statements, cast.manager, "/team-promises")
    crowd.gather(cast, 60)
    years = db.session.query(Induction.id, Induction.person_id).all()
    fill(cast, [tuple(row) for row in years])
    assert cost(browser, statements, cast.manager, "/team-promises") <= max(before, MOST)
    assert before <= MOST


def test_a_cohort_of_five_hundred_is_told_with_few_statements(cast, statements):
    crowd.gather(cast, 500)
    statements.clear()
    with clock.set_to(day=TODAY):
        told = commands.tell_everywhere()
    assert told > 500
    assert db.session.query(Person).count() > 500
    statements.clear()
    assert commands.tell_everywhere() == 0
    assert len(statements) < 80


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("supervision/new", {"day": "today", "minutes": "60", "medium": "in person"}),
        ("development-time/new", {"day": "3/12/2026", "minutes": "222"}),
        ("workload", {"points": "80", "counted_on": "26/11/2026"}),
        ("work-beside", {"kind": "court", "alone_from_on": "1/12/2026", "reason": "ready"}),
        ("supervision/rebooking", {"reason": "no room", "to_on": ""}),
        ("confirming", {"what": "workload", "points": "80"}),
    ],
)
def test_a_saved_form_costs_no_more_than_it_may(path, fields, cast, year, browser, statements):
    mine = browser(as_=cast.manager)
    token, address = mine.token(), f"/inductions/{year.id}/{path}"
    given = {**fields, "csrf_token": token, "other": str(cast.nqsw.id), "form_key": uuid4().hex}
    db.session.commit()
    statements.clear()
    answer = mine.send("post", address, data=given)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    more = 3 if db.engine.dialect.name == "postgresql" else 0
    assert len(statements) <= 14 + more, "\n".join(s[:90] for s in statements)


def test_the_compulsory_entries_of_a_week_fit_their_budgets(cast, year, browser):
    """A choice costs 5 seconds, a date 10 (`product.md`): supervision for the worker, two clicks
    for the manager."""
    mine = browser(as_=cast.manager).visit("/team-promises")
    clicks = [b for b in mine.all("button") if "Confirm" in "".join(b.itertext())]
    assert len(clicks) == 2
    theirs = browser(as_=cast.manager).visit(f"/inductions/{year.id}/supervision/new")
    asked = {
        e.attrib["name"] for e in theirs.all("input")
        if e.attrib.get("type") == "radio" and "checked" not in e.attrib
    } - {e.attrib["name"] for e in theirs.all("input") if "checked" in e.attrib}  # fmt: skip
    assert asked == {"minutes"}
