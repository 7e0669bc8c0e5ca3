"""The organisation on a day: its units, the posts in them, and who holds them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import contains_eager

from portal.database import db
from portal.people.models import Person, Post, Unit
from portal.people.structure import Figures
from portal.web.lists import SIZE, Page, capped_count, page_of

MOST_UNITS = 5_000
MOST_VACANCIES = 50
MOST_INSIDE = 200


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit, as the tree needs it."""

    id: UUID
    name: str
    kind: str
    parent_id: UUID | None
    closed_on: date | None


def units_on(organisation_id: UUID, day: date) -> list[UnitRow]:
    """The units that were not closed by a day, as they are called now."""
    open_then = or_(Unit.closed_on.is_(None), Unit.closed_on >= day)
    units = (
        select(Unit.id, Unit.name, Unit.kind, Unit.parent_id, Unit.closed_on)
        .where(Unit.organisation_id == organisation_id, open_then)
        .order_by(Unit.name, Unit.id)
        .limit(MOST_UNITS)
    )
    return [UnitRow(*row) for row in db.session.execute(units)]


def figures_on(organisation_id: UUID, day: date) -> dict[UUID, Figures]:
    """Posts held, posts vacant and whole-time equivalent of each unit on a day: one statement."""
    share: Any = func.sum(Post.fte).filter(Post.person_id.is_not(None))
    held = func.count(Post.person_id)
    counted = (
        select(Post.unit_id, held, func.count() - held, share)
        .where(Post.organisation_id == organisation_id, Post.covering(day))
        .group_by(Post.unit_id)
        .limit(MOST_UNITS)
    )
    return {
        unit_id: Figures(people, vacant, Decimal(str(wte or 0)))
        for unit_id, people, vacant, wte in db.session.execute(counted)
    }


def inside(unit: Unit, day: date) -> list[Unit]:
    """The units that were part of this one and not closed by a day, by name."""
    parts = (
        select(Unit)
        .where(
            Unit.organisation_id == unit.organisation_id,
            Unit.parent_id == unit.id,
            or_(Unit.closed_on.is_(None), Unit.closed_on >= day),
        )
        .order_by(Unit.name, Unit.id)
        .limit(MOST_INSIDE)
    )
    return list(db.session.scalars(parts))


def path_of(unit: Unit) -> list[tuple[UUID, str]]:
    """What the unit is part of, from the top down (one statement)."""
    step: Any = select(Unit.id, Unit.name, Unit.parent_id).where(Unit.id == unit.parent_id)
    chain = step.cte("chain", recursive=True)
    further: Any = select(Unit.id, Unit.name, Unit.parent_id).join(
        chain, Unit.id == chain.c.parent_id
    )
    chain = chain.union(further)
    found = list(db.session.execute(select(chain).limit(MOST_INSIDE)))
    by_id = {row.id: row for row in found}
    path: list[tuple[UUID, str]] = []
    at = unit.parent_id
    while at in by_id and len(path) < len(by_id):
        row = by_id[at]
        path.insert(0, (row.id, row.name))
        at = row.parent_id
    return path


def holders_on(unit: Unit, day: date, after: str | None, size: int = SIZE) -> Page:
    """The posts in a unit that somebody held on a day, by the holder's name, 50 at a time."""
    posts = (
        select(Post)
        .join(Post.person)
        .where(Post.unit_id == unit.id, Post.covering(day))
        .options(contains_eager(Post.person))
    )
    return page_of(posts, keys=[Person.sort_key, Post.id], after=after, size=size)


def number_on(unit: Unit, day: date) -> tuple[int, bool]:
    """How many people held a post in a unit on a day, counted no further than a thousand."""
    held = select(Post.person_id).where(
        Post.unit_id == unit.id, Post.covering(day), Post.person_id.is_not(None)
    )
    return capped_count(held.group_by(Post.person_id))


def vacancies_on(unit: Unit, day: date) -> list[Post]:
    """The posts in a unit that stood vacant on a day, longest first."""
    vacant = (
        select(Post)
        .where(Post.unit_id == unit.id, Post.covering(day), Post.person_id.is_(None))
        .order_by(Post.started_on, Post.id)
        .limit(MOST_VACANCIES)
    )
    return list(db.session.scalars(vacant))


def open_after(unit: Unit, day: date) -> tuple[int, bool]:
    """How many posts in a unit go on after a day, or begin then."""
    lasting = or_(Post.ended_on.is_(None), Post.ended_on > day)
    return capped_count(select(Post.id).where(Post.unit_id == unit.id, lasting))


def namesake(organisation_id: UUID, kind: str, name: str, parent_id: UUID | None) -> Unit | None:
    """The unit of this kind and name in the same place, if there is one."""
    place = Unit.parent_id.is_(None) if parent_id is None else Unit.parent_id == parent_id
    same = select(Unit).where(
        and_(Unit.organisation_id == organisation_id, Unit.kind == kind, Unit.name == name), place
    )
    return db.session.scalars(same.limit(1)).first()
