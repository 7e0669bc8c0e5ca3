"""People, posts, roles and staff lists for tests."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from portal.clock import today
from portal.database import db
from portal.people import queries
from portal.people.folding import found_by
from portal.people.models import (
    DaysAway,
    Organisation,
    Person,
    PersonWord,
    Post,
    RoleHeld,
    TwoPeople,
    Unit,
)
from portal.people.operations import apply_staff_list, record_file
from portal.people.operations.two_people import tell_apart
from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.plan import Plan
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.writes import writes_of

STAFF_LIST = Path(__file__).parent.parent / "fixtures" / "staff-list.csv"

# A row of a small staff list; a test says only what matters to it.
ROW = {
    "Employee No": "00100001",
    "Surname": "Okafor",
    "Forename(s)": "Ben",
    "Job Title": "Social Worker",
    "Post Start": "01/09/2020",
    "Directorate": "Children's Services",
    "Service": "Early Help",
    "Team": "Schools Team",
}


def a_person(like: Person, *, given: str = "Wren", family: str = "Silva", **facts: Any) -> Person:
    """Somebody in the same organisation, findable in the directory."""
    person = Person(
        organisation_id=like.organisation_id, given_names=given, family_name=family, **facts
    )
    db.session.add(person)
    db.session.flush()
    own = {"person_id": person.id, "organisation_id": person.organisation_id}
    names = found_by(given, facts.get("known_as", ""), family)
    db.session.add_all(PersonWord(**found, **own) for found in names)
    db.session.flush()
    return person


def a_post(person: Person, *, unit: Unit | None = None, **facts: Any) -> Post:
    """A post of this person, in the first unit of the organisation unless told otherwise."""
    own = {"organisation_id": person.organisation_id}
    unit = unit or db.session.query(Unit).filter_by(**own).order_by(Unit.name).first()
    assert unit
    usual = {"job_title": "Social Worker", "started_on": date(2020, 9, 1)}
    post = Post(person_id=person.id, unit_id=unit.id, **own, **(usual | facts))
    db.session.add(post)
    db.session.flush()
    return post


def a_role(
    person: Person, role: str, *, started_on: date = date(2024, 1, 1), **facts: Any
) -> RoleHeld:
    """A role that this person holds."""
    held = RoleHeld(
        organisation_id=person.organisation_id,
        person_id=person.id,
        role=role,
        started_on=started_on,
        **facts,
    )
    db.session.add(held)
    db.session.flush()
    return held


def an_organisation(name: str = "Marsh End") -> Organisation:
    """A council with nobody in it."""
    organisation = Organisation(name=name)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def a_list(*rows: dict[str, str], columns_first: tuple[str, ...] = tuple(ROW)) -> bytes:
    """A staff list of these rows, as a spreadsheet would save it."""
    names = list(dict.fromkeys([*columns_first, *(name for row in rows for name in row)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def a_row(**facts: str) -> dict[str, str]:
    """A row that is right, but for these cells (underscores stand for spaces)."""
    return ROW | {name.replace("_", " "): value for name, value in facts.items()}


def plan_of(organisation: Organisation, content: bytes, **terms: Any) -> Plan:
    """What bringing this list in would do, as at today unless told otherwise."""
    table = reading.read(content)
    held = queries.held(organisation.id)
    given = Terms(**({"as_at": today()} | terms))
    return compare(table, columns.guess(table.headings), held, today(), terms=given)


def bring_in(organisation: Organisation, content: bytes, **terms: Any) -> Plan:
    """Bring the list in, and answer what was done."""
    plan = plan_of(organisation, content, **terms)
    held = queries.held(organisation.id)
    upload = record_file(organisation.id, content)
    apply_staff_list(upload, None, writes_of(plan, held, organisation.id))
    return plan


def days_away(cast: Any) -> DaysAway:
    """A week that Amira is away."""
    own = {"organisation_id": cast.nqsw.organisation_id, "person_id": cast.nqsw.id}
    away = DaysAway(**own, started_on=date(2026, 12, 14), ended_on=date(2026, 12, 18))
    db.session.add(away)
    db.session.flush()
    return away


def two_people(cast: Any) -> TwoPeople:
    """Two of whom HR said that they are two people."""
    return tell_apart(cast.hr, cast.worker, cast.coach)
