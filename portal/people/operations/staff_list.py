"""Bringing a staff list in: the whole plan or nothing of it, in a few large statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import bindparam, delete, insert, update

from portal import audit
from portal.database import db
from portal.people.folding import sort_key, words
from portal.people.models import Person, PersonWord, Post, Unit
from portal.people.operations.uploads import mark_applied
from portal.people.staff_list.facts import path_key
from portal.people.staff_list.held import Held
from portal.people.staff_list.plan import Plan
from portal.people.uploads import StaffListUpload

# Texts that the tables keep as "" when nobody knows them.
EMPTY_TEXTS = (
    "title", "known_as", "registration_number", "base", "working_days",
    "grade", "scp", "contract", "cost_code",
)  # fmt: skip


@dataclass(frozen=True)
class _Subject:
    """A person who was written in bulk, as the audit trail points at them."""

    id: UUID
    organisation_id: UUID
    __tablename__ = Person.__tablename__


def apply_staff_list(upload: StaffListUpload, by: Person | None, *, plan: Plan, held: Held) -> None:
    """Write everything the plan says, with one audit entry for the list and one for each person.

    20,000 rows take a few seconds: each table is written by one statement for all its rows. The
    caller's transaction makes it all or nothing. Nobody gets a role or an account by it.
    """
    writing = _Writing(upload, plan, held)
    writing.everything()
    counts = plan.counts()
    audit.record(by, "people.staff_list_imported", upload, digest=upload.digest, **counts)
    audit.record_many(by, "people.person_added", writing.added())
    audit.record_many(by, "people.person_changed", writing.changed())
    mark_applied(upload, counts)


class _Writing:
    """Turns keys and places into ids, and writes table by table."""

    def __init__(self, upload: StaffListUpload, plan: Plan, held: Held) -> None:
        self.plan, self.held = plan, held
        self.own = {"organisation_id": upload.organisation_id}
        self.units = dict(held.units) | {path_key(path): uuid4() for path in plan.units}
        self.people = {key: person.id for key, person in held.people.items()}
        self.people |= {key: uuid4() for key in plan.people}

    def everything(self) -> None:
        self.add_units()
        self.add_people()
        self.change_people()
        self.change_posts()
        self.add_posts()

    def added(self) -> Iterable[tuple[_Subject, dict[str, Any]]]:
        """The people this list brings, for the audit trail."""
        return [(self.person(self.people[key]), {}) for key in self.plan.people]

    def changed(self) -> Iterable[tuple[_Subject, dict[str, Any]]]:
        """The people this list says something else about, with the names of the fields."""
        return [
            (self.person(row_id), {"fields": sorted(self.plan.person_changes.get(row_id, ()))})
            for row_id in sorted(self.plan.changed_people)
        ]

    def person(self, person_id: UUID) -> _Subject:
        return _Subject(person_id, self.own["organisation_id"])

    def add_units(self) -> None:
        _insert(
            Unit,
            [
                {
                    **self.own,
                    "id": self.units[path_key(path)],
                    "kind": path[-1][0],
                    "name": path[-1][1],
                    "parent_id": self.units.get(path_key(path[:-1])),
                }
                for path in self.plan.units
            ],
        )

    def add_people(self) -> None:
        rows = [
            {**self.own, "id": self.people[key], **_kept(asdict(facts))}
            for key, facts in self.plan.people.items()
        ]
        _insert(Person, [{**row, "sort_key": _sort_key(row)} for row in rows])
        self.add_words(rows)

    def add_words(self, people: Iterable[dict[str, Any]]) -> None:
        _insert(
            PersonWord,
            [
                {**self.own, "person_id": row["id"], "word": word}
                for row in people
                for word in words(row["given_names"], row["known_as"], row["family_name"])
            ],
        )

    def change_people(self) -> None:
        by_id = {person.id: person.facts for person in self.held.people.values()}
        changes = self.plan.person_changes
        _update(Person, {row_id: _kept(values) for row_id, values in changes.items()})
        renamed = [
            {"id": row_id, **_kept(asdict(by_id[row_id]) | values)}
            for row_id, values in changes.items()
            if values.keys() & {"given_names", "known_as", "family_name"}
        ]
        _update(Person, {row["id"]: {"sort_key": _sort_key(row)} for row in renamed}, bump=False)
        _delete_words(row["id"] for row in renamed)
        self.add_words(renamed)

    def change_posts(self) -> None:
        changes = self.plan.post_changes
        _update(Post, {row_id: self.post(values) for row_id, values in changes.items()})
        _update(Post, {row_id: {"ended_on": day} for row_id, day in self.plan.post_ends.items()})

    def add_posts(self) -> None:
        rows = []
        for new in self.plan.posts:
            facts = {name: getattr(new.facts, name) for name in new.facts.__slots__}
            holder = self.people[new.holder] if new.holder else None
            rows.append({**self.own, "id": uuid4(), "person_id": holder, **self.post(facts)})
        _insert(Post, rows)

    def post(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of a post as its table keeps them."""
        kept = _kept(values)
        if "unit" in kept:
            kept["unit_id"] = self.units[path_key(kept.pop("unit"))]
        if "manager" in kept:
            manager = kept.pop("manager")
            kept["manager_id"] = self.people[manager] if manager else None
        return kept


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    """The values with "" for texts nobody knows."""
    return {
        name: "" if value is None and name in EMPTY_TEXTS else value
        for name, value in values.items()
    }


def _sort_key(row: dict[str, Any]) -> str:
    return sort_key(row["given_names"], row["known_as"], row["family_name"])


def _insert(model: Any, rows: list[dict[str, Any]]) -> None:
    """One statement for all rows. (The ORM's own would split them by which values are null.)"""
    if rows:
        db.session.connection().execute(insert(model.__table__), rows)


def _delete_words(people: Iterable[UUID]) -> None:
    """Forget the words by which these people were found."""
    rows = [{"whose": person_id} for person_id in people]
    if rows:
        old = delete(PersonWord).where(PersonWord.person_id == bindparam("whose"))
        db.session.connection().execute(old, rows)


def _update(model: Any, changes: dict[UUID, dict[str, Any]], *, bump: bool = True) -> None:
    """Write these values to these rows, one statement for all that change the same columns."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in changes.items():
        alike[tuple(sorted(values))].append(
            {"row_id": row_id, **{f"new_{name}": value for name, value in values.items()}}
        )
    table = model.__table__
    for names, rows in alike.items():
        if names:
            columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            columns |= {"version": table.c.version + 1} if bump else {}
            statement = update(table).where(table.c.id == bindparam("row_id")).values(columns)
            db.session.connection().execute(statement, rows)
