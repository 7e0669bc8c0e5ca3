"""Bringing a staff list in: all that was planned or nothing of it, in a few large statements."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, update

from portal import audit
from portal.database import db, insert_many, take_stock
from portal.people.models import Person, PersonWord, Post, Unit
from portal.people.operations.list_endings import end_what_came_with
from portal.people.operations.listing import list_anew
from portal.people.operations.uploads import mark_applied
from portal.people.staff_list.writes import Row, Writes
from portal.people.uploads import StaffListUpload

MANY = 500  # new people after whom the database looks at its tables again


def apply_staff_list(upload: StaffListUpload, by: Person | None, writes: Writes) -> None:
    """Write all that was planned, with one audit entry for the list and one for each person.

    20,000 rows take a few seconds: each table is written by one statement for all its rows. The
    caller's transaction makes it all or nothing. Nobody gets a role or an account by it.
    """
    assert writes.organisation_id == upload.organisation_id
    insert_many(Unit, writes.units)
    insert_many(Person, writes.people)
    if len(writes.people) > MANY:
        take_stock(Person)
    _update(Person, writes.person_changes)
    _update(Post, writes.post_changes)
    insert_many(Post, writes.posts)
    list_anew(writes.organisation_id)
    _write_words(writes)
    _write_down(upload, by, writes)
    end_what_came_with(writes, by)
    mark_applied(upload, writes.counts)


def _write_down(upload: StaffListUpload, by: Person | None, writes: Writes) -> None:
    """What the audit trail says: the list, then each person."""
    counts = writes.counts
    audit.record(by, "people.staff_list_imported", upload, digest=upload.digest, **counts)
    for action, rows in (
        ("people.person_added", writes.added),
        ("people.person_changed", writes.changed),
        ("people.person_returned", writes.returned),
        ("people.person_left", writes.leavers),
    ):
        audit.record_many(by, action, _deeds(writes.organisation_id, rows))


def _deeds(organisation_id: UUID, rows: Iterable[Row]) -> Iterable[tuple[audit.Pointer, Row]]:
    """Each person with what the trail says of them: ids, days and names of fields."""
    for row in rows:
        facts = {name: value for name, value in row.items() if name != "id"}
        if "ended_on" in facts:
            facts = {"end": facts["ended_on"].isoformat()}
        yield audit.Pointer(row["id"], organisation_id, Person.__tablename__), facts


def _write_words(writes: Writes) -> None:
    """The words by which new and renamed people are found, in place of those before."""
    renamed = [{"whose": row["id"]} for row in writes.words if not row["is_new"]]
    if renamed:
        old = delete(PersonWord).where(PersonWord.person_id == bindparam("whose"))
        db.session.connection().execute(old, renamed)
    own = {"organisation_id": writes.organisation_id}
    insert_many(
        PersonWord,
        [
            {**own, "person_id": row["id"], **found}
            for row in writes.words
            for found in row["words"]
        ],
    )


def _update(model: Any, changes: Iterable[Row]) -> None:
    """Write these values to these rows, one statement for all that change the same columns."""
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in changes:
        names = tuple(sorted(row.keys() - {"id"}))
        new = {f"new_{name}": row[name] for name in names}
        alike[names].append({"row_id": row["id"], **new})
    table = model.__table__
    for names, rows in alike.items():
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        columns |= {"version": table.c.version + 1}
        statement = update(table).where(table.c.id == bindparam("row_id")).values(columns)
        db.session.connection().execute(statement, rows)
