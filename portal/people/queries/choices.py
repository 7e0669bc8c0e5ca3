"""What the directory's filters offer: units, job titles and bases that are in use here.

The different words of a column are found by stepping through its index from one to the next, which
takes as many steps as there are words, however many people have each.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Integer,
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
OWN: Any = bindparam("own", type_=Uuid())
DAY: Any = bindparam("day", type_=Date())


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
    """The open units on offer, by name under their kinds."""
    asked = {"own": organisation_id, "unit": unit_id, "day": today()}
    limits = {"most": MOST_UNITS, "one_more": MOST_UNITS + 1}
    named: dict[str, list[Named]] = {kind: [] for kind in UNIT_KINDS}
    for unit, kind, name in db.session.execute(UNITS, asked | limits):
        named[kind].append((str(unit), name))
    return named


def _units() -> Select[UUID, str, str]:
    """All open units where they are few; otherwise no teams but those of the chosen unit."""
    most, one_more = (bindparam(name, type_=Integer()) for name in ("most", "one_more"))
    is_open = (
        Unit.organisation_id == OWN,
        or_(Unit.closed_on.is_(None), Unit.closed_on >= DAY),
    )
    counted = select(Unit.id).where(*is_open).limit(one_more).subquery()
    are_few = select(func.count()).select_from(counted).scalar_subquery() <= most
    unit: Any = bindparam("unit", type_=Uuid())
    return (
        select(Unit.id, Unit.kind, Unit.name)
        .where(*is_open, or_(are_few, Unit.kind != "team", Unit.id.in_(below(OWN, unit))))
        .order_by(Unit.name, Unit.id)
        .limit(most)
    )


def _words(table: Any, column: Column[str], ended_on: Column[Any]) -> Select[Any]:
    """The different words of a column in rows that are not over, stepping from each to the next."""
    own = table.organisation_id == OWN
    first = select(func.min(column).label("word")).where(own, column > "")
    steps = first.cte(f"{column.key}s", recursive=True)
    following = select(func.min(column)).where(own, column > steps.c.word).scalar_subquery()
    steps = steps.union_all(select(following).where(steps.c.word.is_not(None)))
    row = select(column).where(own, column == steps.c.word)
    goes_on = row.where(ended_on >= DAY)
    is_used = or_(row.where(ended_on.is_(None)).exists(), goes_on.exists())
    word = select(literal(column.key), steps.c.word).where(steps.c.word.is_not(None), is_used)
    return select(word.limit(MOST_WORDS).subquery())


# Built once: what the parameters stand for is given when they are asked.
UNITS = _units()
WORDS = union_all(
    _words(Post, Post.job_title, Post.ended_on), _words(Person, Person.base, Person.left_on)
)
