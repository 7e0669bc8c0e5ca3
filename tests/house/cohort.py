"""A cohort of many years, each with two hundred records over every noun of a year.

The examples of the house are Amira's whole year: every row that hangs on her, on her year or on
one of their rows. Everybody in the crowd gets copies of it, so that a new noun is in the cohort as
soon as it has its example. To measure by hand: `gather(cast, 500)` within an application.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, UniqueConstraint, func, insert, select

from portal.database import Base, db
from portal.induction.models import Induction
from portal.mentoring.models import Pairing
from tests.cast import Cast
from tests.house import crowd

RECORDS = 200
COPIES = 6
MOST_AT_ONCE = 5_000
# What belongs to a person and to no year of theirs, and what the crowd has already.
APART = {
    "person", "account", "session", "post", "role_held", "person_word", "organisation", "unit",
    "induction", "pairing", "cover", "days_away", "audit_entry", "form_key", "throttle_bucket",
    "person_strength", "staff_list_upload", "notice",
}  # fmt: skip
Row = dict[str, Any]


def gather(cast: Cast, years: int) -> None:
    """Let so many years be there, each with at least two hundred records."""
    there = db.session.scalar(select(func.count()).select_from(Induction)) or 0
    known = set(db.session.scalars(select(Induction.id)))
    crowd.gather(cast, years - there, first=there)
    templates = _templates(cast)
    copies = _Years(templates)
    for roots in _roots(cast, known):
        for number in range(COPIES):
            copies.copy(roots, number)
    for table, rows in copies.made.items():
        for first in range(0, len(rows), MOST_AT_ONCE):
            db.session.execute(insert(table), rows[first : first + MOST_AT_ONCE])
    db.session.commit()


def records(cast: Cast) -> float:
    """How many records a year of the crowd has in the middle."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in APART]
    rows = sum(db.session.scalar(select(func.count()).select_from(each)) or 0 for each in tables)
    return rows / (db.session.scalar(select(func.count()).select_from(Induction)) or 1)


def _templates(cast: Cast) -> list[tuple[Table, list[Row]]]:
    """The rows of Amira's year, parents before what hangs on them."""
    mine = _own(cast)
    found = []
    for table in Base.metadata.sorted_tables:
        if table.name in APART:
            continue
        own = [
            dict(row._mapping)
            for row in db.session.execute(select(table))
            if any(row._mapping[name] in mine for name in _links(table))
        ]
        mine |= {row["id"] for row in own if "id" in row}
        if own:
            found.append((table, own))
    return found


def _own(cast: Cast) -> set[UUID]:
    """Amira, her year and her pairing with the coach."""
    year = select(Induction.id).where(Induction.person_id == cast.nqsw.id)
    pairs = select(Pairing.id).where(
        Pairing.supported_id == cast.nqsw.id, Pairing.coach_id == cast.coach.id
    )
    return {cast.nqsw.id, *db.session.scalars(year), *db.session.scalars(pairs)}


def _roots(cast: Cast, known: set[UUID]) -> list[dict[UUID, UUID]]:
    """For each new year what stands in it for Amira, for her year and for her pairings."""
    pairs = dict(
        db.session.execute(
            select(Pairing.supported_id, Pairing.id).where(Pairing.coach_id == cast.coach.id)
        ).all()
    )
    mine = _own(cast) - {cast.nqsw.id}
    year = db.session.scalar(select(Induction.id).where(Induction.person_id == cast.nqsw.id))
    return [
        {cast.nqsw.id: person_id, **dict.fromkeys(mine, pairs[person_id]), year: year_id}
        for person_id, year_id in db.session.execute(select(Induction.person_id, Induction.id))
        if year_id not in known and person_id in pairs
    ]


class _Years:
    """Copies of Amira's rows, of which no two have what only one may have."""

    def __init__(self, templates: list[tuple[Table, list[Row]]]) -> None:
        self.templates = templates
        self.copied = {row["id"] for _, rows in templates for row in rows}
        self.taken: set[tuple[Any, ...]] = {
            self._key(table, columns, row._mapping)
            for table, _ in templates
            for row in db.session.execute(select(table))
            for columns in _once(table)
        }
        self.made: dict[Table, list[Row]] = defaultdict(list)

    def copy(self, roots: dict[UUID, UUID], number: int) -> None:
        """One more copy of every row, hung on what stands for Amira and her year."""
        new = dict(roots)
        for table, rows in self.templates:
            for row in rows:
                given = [row[name] for name in _links(table)]
                if any(value in self.copied and value not in new for value in given):
                    continue  # it hangs on a row of which there may be one alone
                copy = {name: new.get(value, value) if isinstance(value, UUID) else value
                        for name, value in row.items()} | {"id": uuid4()}  # fmt: skip
                if self._is_free(table, copy, number):
                    new[row["id"]] = copy["id"]
                    self.made[table].append(copy)

    def _is_free(self, table: Table, copy: Row, number: int) -> bool:
        """Whether this row may stand beside the others, with another day or number if need be."""
        for columns in _once(table):
            if self._key(table, columns, copy) in self.taken:
                name = next((each for each in columns if _may_differ(each, copy[each])), None)
                if name is None:
                    return False
                copy[name] = _other(copy[name], number)
        keys = {self._key(table, columns, copy) for columns in _once(table)}
        if keys & self.taken:
            return False
        self.taken |= {key for key in keys if None not in key}
        return True

    def _key(
        self, table: Table, columns: tuple[str, ...], copy: Mapping[str, Any]
    ) -> tuple[Any, ...]:
        return (table.name, columns, *(copy[name] for name in columns))


@cache
def _once(table: Table) -> list[tuple[str, ...]]:
    """The columns of which no two rows may have the same together."""
    rules = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    rules += [index for index in table.indexes if index.unique]  # type: ignore[misc]
    found = (tuple(column.key for column in rule.columns) for rule in rules)
    return [columns for columns in found if "id" not in columns]


def _may_differ(name: str, value: Any) -> bool:
    return isinstance(value, date | int) or name == "digest"


def _other(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return f"{value[:50]}-{number}"
    return value + (number * 50 if isinstance(value, int) else timedelta(days=-7 * number))


@cache
def _links(table: Table) -> list[str]:
    """The columns that name another row."""
    return [column.key for column in table.columns if column.foreign_keys
            and column.key != "organisation_id"]  # fmt: skip
