"""What the directory's filters offer: units, job titles and bases that are in use here.

The different words of a column are found by stepping through its index from one to the next, which
takes as many steps as there are words, however many people have each.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Uuid,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from portal.clock import today
from portal.database import db
from portal.people.models import UNIT_KINDS, Person, Post, Unit
from portal.people.queries.narrowing import below

MOST_UNITS = 300
MOST_WORDS = 200
Named = tuple[str, str]
Column = InstrumentedAttribute


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, in the order of the lists: units by kind, each with its id."""

    units: dict[str, list[Named]]
    job_titles: list[str]
    bases: list[str]


def choices(organisation_id: UUID, unit_id: UUID | None = None) -> Choices:
    """What the filters offer: at most 300 units, 200 job titles and 200 bases.

    Where there are more units, the teams of the chosen one are offered and no others.
    """
    words = db.session.execute(WORDS, {"own": organisation_id, "day": today()})
    found: dict[str, list[str]] = {"job_title": [], "base": []}
    for column, word in words:
        found[column].append(word)
    return Choices(
        units=_by_kind(organisation_id, unit_id),
        job_titles=sorted(found["job_title"], key=str.casefold),
        bases=sorted(found["base"], key=str.casefold),
    )


def unit_name(organisation_id: UUID, unit_id: UUID | None) -> str:
    """What a unit is called, "" where none was asked for."""
    if unit_id is None:
        return ""
    name = select(Unit.name).where(Unit.id == unit_id, Unit.organisation_id == organisation_id)
    return db.session.scalar(name) or "a team that is not here"


def _by_kind(organisation_id: UUID, unit_id: UUID | None) -> dict[str, list[Named]]:
    rows = _units(organisation_id)
    if len(rows) > MOST_UNITS:
        offered = [Unit.kind != "team"]
        offered += [Unit.id.in_(below(organisation_id, unit_id))] if unit_id else []
        rows = _units(organisation_id, or_(*offered))[:MOST_UNITS]
    return {
        kind: [(str(row.id), row.name) for row in rows if row.kind == kind] for kind in UNIT_KINDS
    }


def _units(organisation_id: UUID, *conditions: ColumnElement[bool]) -> list[Any]:
    """Open units by name, one more than can be offered."""
    units = (
        select(Unit.id, Unit.kind, Unit.name)
        .where(Unit.organisation_id == organisation_id, *conditions)
        .where(or_(Unit.closed_on.is_(None), Unit.closed_on >= today()))
        .order_by(Unit.name, Unit.id)
        .limit(MOST_UNITS + 1)
    )
    return list(db.session.execute(units))


def _words(table: Any, column: Column[str], ended_on: Column[Any]) -> Select[Any]:
    """The different words of a column in rows that are not over, stepping from each to the next."""
    own = table.organisation_id == bindparam("own", type_=Uuid())
    first = select(func.min(column).label("word")).where(own, column > "")
    steps = first.cte(f"{column.key}s", recursive=True)
    following = select(func.min(column)).where(own, column > steps.c.word).scalar_subquery()
    steps = steps.union_all(select(following).where(steps.c.word.is_not(None)))
    row = select(column).where(own, column == steps.c.word)
    goes_on = row.where(ended_on >= bindparam("day", type_=Date()))
    is_used = or_(row.where(ended_on.is_(None)).exists(), goes_on.exists())
    word = select(literal(column.key), steps.c.word).where(steps.c.word.is_not(None), is_used)
    return select(word.limit(MOST_WORDS).subquery())


WORDS = union_all(
    _words(Post, Post.job_title, Post.ended_on), _words(Person, Person.base, Person.left_on)
)
