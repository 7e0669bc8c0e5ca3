"""Writing down what the regulator's list says about people's registration."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person
from portal.people.registration.comparing import ANOTHER_NAME, Verdict

PEOPLE = Person.__tablename__
NAMES = {"given_names", "known_as", "family_name"}


def look_up_again(person: Person, changed: Collection[str]) -> None:
    """What was found out about another number, or for want of the right name, counts no more."""
    is_name = person.registration_status == ANOTHER_NAME and not NAMES.isdisjoint(changed)
    if is_name or "registration_number" in changed:
        person.registration_status = ""
        person.registered_until = person.registration_checked_on = None


def check_registrations(
    organisation: Organisation,
    by: Person,
    *,
    verdicts: Collection[Verdict],
    before: Mapping[UUID, tuple[str, date | None]],
    today: date,
) -> int:
    """Write down what was found for each person and that it was looked up today; how many changed.

    `before` is the status and the last day that the portal had for each. One audit entry says
    that the list was looked at, and one more each person about whom it said something new.
    20,000 people take about a second: they are written by one statement.
    """
    changed = [each for each in verdicts if (each.status, each.until) != before[each.person_id]]
    rows = [
        {"row_id": each.person_id, "status": each.status, "until": each.until, "today": today}
        for each in verdicts
    ]
    if rows:
        table: Any = Person.__table__
        written = (
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values(
                registration_status=bindparam("status"),
                registered_until=bindparam("until"),
                registration_checked_on=bindparam("today"),
            )
        )
        db.session.connection().execute(written, rows)
    audit.record(
        by, "people.registrations_checked", organisation, looked_up=len(rows), changed=len(changed)
    )
    deeds = [
        (audit.Pointer(each.person_id, organisation.id, PEOPLE), {"status": each.status})
        for each in changed
    ]
    audit.record_many(by, "people.registration_changed", deeds)
    return len(changed)
