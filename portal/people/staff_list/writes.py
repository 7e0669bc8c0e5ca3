"""Writes: a plan as plain rows for each table, so that it can be kept and written down later.

Ids are given here, once, so that writing needs neither the file nor a comparison. Packed, it is
compressed JSON: a name that ends in `_on` is a day, `id` or one that ends in `_id` an id, `fte` and
`hours` are decimals, and everything else is what JSON knows. `unpack` gives back exactly what was
packed; it is only ever given what `pack` has made and the portal has kept.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from portal.people.folding import found_by, sort_key
from portal.people.staff_list.facts import path_key
from portal.people.staff_list.held import Held
from portal.people.staff_list.plan import NewPost, Plan

Row = dict[str, Any]

# Texts that the tables keep as "" when nobody knows them.
EMPTY_TEXTS = (
    "title", "known_as", "registration_number", "base", "working_days",
    "grade", "scp", "contract", "cost_code",
)  # fmt: skip
NAMES = {"given_names", "known_as", "family_name"}
# What was found out about a registration number says nothing about another number.
UNCHECKED: Row = {
    "registration_status": "", "registered_until": None, "registration_checked_on": None,
}  # fmt: skip
DECIMALS = {"fte", "hours"}
QUICKLY = 1  # how hard zlib tries: the plan of a large list is packed while somebody waits


@dataclass(slots=True)
class Writes:
    """Rows to add and values to change, table by table, and what the audit trail says of it."""

    organisation_id: UUID
    counts: dict[str, int] = field(default_factory=dict)
    units: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    person_changes: list[Row] = field(default_factory=list)
    post_changes: list[Row] = field(default_factory=list)
    words: list[Row] = field(default_factory=list)
    leavers: list[Row] = field(default_factory=list)
    ends: list[Row] = field(default_factory=list)
    follows: list[Row] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    returned: list[Row] = field(default_factory=list)


def writes_of(plan: Plan, held: Held, organisation_id: UUID) -> Writes:
    """The rows that a plan comes to, beside what is held."""
    return _Writing(plan, held, organisation_id).writes()


class _Writing:
    """Turns keys and places into ids."""

    def __init__(self, plan: Plan, held: Held, organisation_id: UUID) -> None:
        self.plan, self.held = plan, held
        self.own: Row = {"organisation_id": organisation_id}
        self.unit_ids = dict(held.units) | {path_key(path): uuid4() for path in plan.units}
        self.ids = {key: person.id for key, person in held.people.items()}
        self.known = {person.id: person.facts for person in held.people.values()}
        self.ids |= plan.recognised | {key: uuid4() for key in plan.people}

    def writes(self) -> Writes:
        writes = Writes(self.own["organisation_id"], self.plan.counts())
        writes.units = self._units()
        writes.people = self._people()
        writes.person_changes = self._person_changes()
        writes.posts = [self._new_post(new) for new in self.plan.posts]
        writes.post_changes = self._post_changes()
        writes.words = [*map(_words, writes.people), *self._new_words()]
        writes.leavers = _ended(self.plan.leavers)
        writes.ends = _ended(self.plan.post_ends)
        writes.follows = [
            {"id": row["id"], "before_id": new.before, "started_on": row["started_on"]}
            for row, new in zip(writes.posts, self.plan.posts, strict=True)
            if new.before and new.is_same
        ]
        writes.added = [{"id": row["id"]} for row in writes.people]
        writes.changed = self._changed()
        writes.returned = [{"id": person_id} for person_id in sorted(self.plan.returners)]
        return writes

    def _units(self) -> list[Row]:
        return [
            {
                **self.own,
                "id": self.unit_ids[path_key(path)],
                "kind": path[-1][0],
                "name": path[-1][1],
                "parent_id": self.unit_ids.get(path_key(path[:-1])),
            }
            for path in self.plan.units
        ]

    def _people(self) -> list[Row]:
        rows = []
        for key, facts in self.plan.people.items():
            row = {**self.own, "id": self.ids[key], **_kept(asdict(facts))}
            row |= {"left_on": self.plan.people_left.get(key), "sort_key": _sort_key(row)}
            rows.append(row)
        return rows

    def _person_changes(self) -> list[Row]:
        """One row for each person about whom something is written, with their id."""
        found: dict[UUID, Row] = defaultdict(dict)
        for person_id, values in self.plan.person_changes.items():
            found[person_id] |= _kept(values)
            if "registration_number" in values:
                found[person_id] |= UNCHECKED
        for person_id, address in self.plan.claims.items():
            found[person_id] |= {"claimed_email": address}
        for person_id in self.plan.returners:
            found[person_id] |= {"left_on": None}
        for person_id, day in self.plan.leavers.items():
            found[person_id] |= {"left_on": day}
        for person_id, row in self._renamed():
            found[person_id] |= {"sort_key": _sort_key(row)}
        return [{"id": person_id, **values} for person_id, values in found.items()]

    def _renamed(self) -> Iterable[tuple[UUID, Row]]:
        """The people who get another name, with all they are called."""
        for person_id, values in self.plan.person_changes.items():
            if values.keys() & NAMES:
                yield person_id, {"id": person_id} | _kept(asdict(self.known[person_id]) | values)

    def _new_words(self) -> list[Row]:
        return [_words(row) | {"is_new": False} for _, row in self._renamed()]

    def _new_post(self, new: NewPost) -> Row:
        facts = {name: getattr(new.facts, name) for name in new.facts.__slots__}
        row = {**self.own, "id": uuid4(), **self._post(facts), "basis": new.basis}
        row["person_id"] = self.ids[new.holder] if new.holder else None
        row["sort_key"] = self._place(new.holder) if new.holder else ""
        row["began_on"] = new.began_on or new.facts.started_on
        return row

    def _place(self, holder: str) -> str:
        """Where somebody stands in lists, by the names they have from now on."""
        new = self.plan.people.get(holder)
        if new is not None:
            return _sort_key(_kept(asdict(new)))
        person_id = self.ids[holder]
        changes = self.plan.person_changes.get(person_id, {})
        return _sort_key(_kept(asdict(self.known[person_id]) | changes))

    def _post_changes(self) -> list[Row]:
        found: dict[UUID, Row] = defaultdict(dict)
        for post_id, values in self.plan.post_changes.items():
            found[post_id] |= self._post(values)
        for post_id, day in self.plan.post_ends.items():
            found[post_id] |= {"ended_on": day}
        return [{"id": post_id, **values} for post_id, values in found.items()]

    def _post(self, values: Row) -> Row:
        """The values of a post as its table keeps them."""
        kept = _kept(values)
        if "unit" in kept:
            kept["unit_id"] = self.unit_ids[path_key(kept.pop("unit"))]
        if "manager" in kept:
            manager = kept.pop("manager")
            kept["manager_id"] = self.ids[manager] if manager else None
        return kept

    def _changed(self) -> list[Row]:
        """The people about whom the list says something else, with the names of the fields."""
        leaving = self.plan.leavers.keys() | self.plan.returners
        return [
            {"id": row_id, "fields": sorted(self.plan.person_changes.get(row_id, ()))}
            for row_id in sorted(self.plan.changed_people - leaving)
        ]


def _ended(days: dict[UUID, date]) -> list[Row]:
    return [{"id": row_id, "ended_on": day} for row_id, day in days.items()]


def _kept(values: Row) -> Row:
    """The values with "" for texts nobody knows."""
    return {
        name: "" if value is None and name in EMPTY_TEXTS else value
        for name, value in values.items()
    }


def _sort_key(row: Row) -> str:
    return sort_key(row["given_names"], row["known_as"], row["family_name"])


def _words(row: Row) -> Row:
    found = found_by(row["given_names"], row["known_as"], row["family_name"])
    return {"id": row["id"], "words": found, "is_new": True}


def pack(writes: Writes) -> bytes:
    """All of it as bytes that can be kept."""
    tables = {name: getattr(writes, name) for name in Writes.__slots__}
    packed = {
        "organisation_id": writes.organisation_id.hex,
        "counts": tables.pop("counts"),
    } | {name: _packed(rows) for name, rows in tables.items() if isinstance(rows, list)}
    return zlib.compress(json.dumps(packed, separators=(",", ":")).encode(), QUICKLY)


def unpack(content: bytes) -> Writes:
    """What was packed, exactly."""
    packed = json.loads(zlib.decompress(content))
    writes = Writes(UUID(packed.pop("organisation_id")), packed.pop("counts"))
    ids = _Ids()
    for name, groups in packed.items():
        setattr(writes, name, _unpacked(groups, ids))
    return writes


class _Ids(dict[str, UUID]):
    """Each id once: a person's stands in their row, their posts, their words and the trail."""

    def __missing__(self, written: str) -> UUID:
        self[written] = read = UUID(written)
        return read


def _packed(rows: list[Row]) -> list[Any]:
    """Rows as groups of those with the same names in a run: their names, then their columns."""
    groups: list[tuple[tuple[str, ...], list[Row]]] = []
    for row in rows:
        names = tuple(row)
        if not groups or groups[-1][0] != names:
            groups.append((names, []))
        groups[-1][1].append(row)
    return [
        [names, [[_plain(row[name]) for row in same] for name in names]] for names, same in groups
    ]


def _unpacked(groups: list[Any], ids: _Ids) -> list[Row]:
    rows: list[Row] = []
    for names, columns in groups:
        read = [_column(name, values, ids) for name, values in zip(names, columns, strict=True)]
        rows += [dict(zip(names, values, strict=True)) for values in zip(*read, strict=True)]
    return rows


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _column(name: str, values: list[Any], ids: _Ids) -> list[Any]:
    read = ids.__getitem__ if name == "id" or name.endswith("_id") else _reader(name)
    return [None if value is None else read(value) for value in values] if read else values


def _reader(name: str) -> Callable[[str], Any] | None:
    if name.endswith("_on") or name.endswith("_until"):
        return date.fromisoformat
    return Decimal if name in DECIMALS else None
