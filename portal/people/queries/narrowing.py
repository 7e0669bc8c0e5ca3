"""Narrowing: the things by which people are sought, each said in two ways.

`whose` lists the people of the organisation of whom it is so: the way in where few are. `is_so`
asks of one person at a time: the way through a list that many of its people belong to. Which is
quicker depends on how many they are, and SQLite, which keeps no counts, cannot tell.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person, PersonStrength, PersonWord, Post, RoleHeld, Unit
from portal.people.sought import DAYS, LONGEST_WORDS, Sought

MOST_WORDS = 6
LAST_LETTER = chr(0x10FFFF)
TELLING_APART = 2_500  # which of two lists is shorter matters up to here

Conditions = tuple[ColumnElement[bool], ...]
Says = Callable[[Any], Conditions]  # what must be so of the rows of a table


@dataclass(frozen=True)
class Narrowing:
    """One thing that people are sought by: `asks` puts it to a column of people's ids."""

    whose: Select[UUID]
    asks: Callable[[Any], ColumnElement[bool]] | None = None
    of_person: ColumnElement[bool] | None = None

    @property
    def is_so(self) -> Any:
        """What must be so of each person in a list."""
        return self.asks(Person.id) if self.asks else self.of_person


def gathered(narrowed: list[Narrowing]) -> tuple[Select[UUID], list[Any]]:
    """Who comes by the first narrowing and is kept by the others; and what is left to ask.

    The others are asked before anybody is looked up, where their rows know people by id: of ten
    thousand who come by one letter few are left to be looked up.
    """
    way_in, *others = narrowed
    came = way_in.whose.selected_columns[0]
    whose = way_in.whose.where(*(each.asks(came) for each in others if each.asks))
    return whose, [each.is_so for each in others if not each.asks]


def narrowings(organisation_id: UUID, sought: Sought) -> list[Narrowing]:
    """Everything that is sought, the one that leaves the fewest people first."""
    found = [
        *_by_words(organisation_id, sought.query),
        *_by_strength_and_role(organisation_id, sought),
        *_by_post(organisation_id, sought),
        *_by_day(organisation_id, sought),
    ]
    if len(found) < 2:
        return found
    sizes = db.session.execute(select(*_sizes(found))).one()
    return [found[place] for place in sorted(range(len(found)), key=lambda n: sizes[n])]


def below(organisation_id: UUID, unit_id: UUID) -> Select[UUID]:
    """The ids of a unit, the units in it, and those in them."""
    own = select(Unit.id).where(Unit.id == unit_id, Unit.organisation_id == organisation_id)
    units = own.cte("units", recursive=True)
    return select(units.union(select(Unit.id).join(units, Unit.parent_id == units.c.id)).c.id)


def beginnings(typed: str) -> list[str]:
    """The folded words that somebody typed, six at most."""
    return list(dict.fromkeys(fold(typed[:LONGEST_WORDS]).split()))[:MOST_WORDS]


def _sizes(narrowed: list[Narrowing]) -> list[Any]:
    """How many rows are in each way in, counting no further than matters.

    That is to the size of the shortest before it: where few are strong in something, nobody
    counts a directorate.
    """
    sizes: list[Any] = []
    for number, each in enumerate(narrowed):
        enough = sizes[-1] if sizes else TELLING_APART
        few = each.whose.limit(enough).subquery()
        size = select(func.count().label("rows")).select_from(few).cte(f"size_{number}")
        sizes.append(select(size.c.rows).scalar_subquery())
    return sizes


def _by_words(organisation_id: UUID, typed: str) -> Iterator[Narrowing]:
    for beginning in beginnings(typed):
        yield _kept_with(PersonWord, organisation_id, partial(_begins, beginning))


def _begins(beginning: str, rows: Any) -> Conditions:
    return (rows.word >= beginning, rows.word < beginning + LAST_LETTER)


def _by_post(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.unit_id is not None:
        units = below(organisation_id, sought.unit_id)
        yield _kept_with(Post, None, lambda r: (r.unit_id.in_(units), r.covering(today())))
    if sought.job_title:
        yield _kept_with(Post, organisation_id, partial(_does_job, sought.job_title))


def _does_job(job_title: str, rows: Any) -> Conditions:
    return (
        rows.job_title == job_title,
        rows.covering(today()),
    )


def _by_day(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.day:
        other, weeks = aliased(Person), weeks_with(sought.day)
        own = select(other.id).where(other.organisation_id == organisation_id)
        works = Person.working_days.in_(weeks)
        yield Narrowing(own.where(other.working_days.in_(weeks)), of_person=works)


def _by_strength_and_role(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.strength:
        strength = sought.strength
        yield _kept_with(PersonStrength, organisation_id, lambda r: (r.strength == strength,))
    if sought.role:
        role = sought.role
        yield _kept_with(RoleHeld, organisation_id, lambda r: (r.role == role, r.covering(today())))


def _kept_with(table: Any, organisation_id: UUID | None, says: Says) -> Narrowing:
    """The narrowing to people of whom this table has a row of which `says` is so.

    Without an organisation the conditions say themselves whose rows they are.
    """
    # A vacant post is nobody's.
    whose = select(table.person_id).where(*says(table), table.person_id.is_not(None))
    if organisation_id is not None:
        whose = whose.where(table.organisation_id == organisation_id)

    def asks(person_id: Any) -> ColumnElement[bool]:
        rows = aliased(table)
        return select(rows.person_id).where(*says(rows), rows.person_id == person_id).exists()

    return Narrowing(whose, asks)


@cache
def weeks_with(day: str) -> list[str]:
    """Every way to fill a week that has this day in it, as working days are kept."""
    return [
        " ".join(week)
        for number in range(1, len(DAYS) + 1)
        for week in combinations(DAYS, number)
        if day in week
    ]
