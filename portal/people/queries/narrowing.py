"""Narrowing: the things by which people are sought, each said in two ways.

`whose` lists the people of the organisation of whom it is so: the way in where few are. `is_so`
asks of one person at a time: the way through a list that many of its people belong to. Which is
quicker depends on how many they are, and SQLite, which keeps no counts, cannot tell.

SQLite also takes any index on the organisation and a span of days for a good one, so the way in by
job title does not say when a post began: whoever comes that way is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person, PersonStrength, PersonWord, Post, RoleHeld, Unit
from portal.people.sought import DAYS, LONGEST_WORDS, Sought

MOST_WORDS = 6
LAST_LETTER = chr(0x10FFFF)
TELLING_APART = 5_000  # which of two lists is shorter matters up to here


@dataclass(frozen=True)
class Narrowing:
    """One thing that people are sought by."""

    whose: Select[UUID]
    is_so: ColumnElement[bool]
    is_exact: bool = True

    @property
    def rest(self) -> list[ColumnElement[bool]]:
        """What whoever came by this way in must still be asked."""
        return [] if self.is_exact else [self.is_so]


def narrowings(organisation_id: UUID, sought: Sought) -> list[Narrowing]:
    """Everything that is sought, the one that leaves the fewest people first."""
    found = [
        *_by_words(organisation_id, sought.query),
        *_by_post(organisation_id, sought),
        *_by_day(organisation_id, sought),
        *_by_strength_and_role(organisation_id, sought),
    ]
    if len(found) < 2:
        return found
    sizes = db.session.execute(select(*(_size(each) for each in found))).one()
    return [found[place] for place in sorted(range(len(found)), key=lambda n: sizes[n])]


def below(organisation_id: UUID, unit_id: UUID) -> Select[UUID]:
    """The ids of a unit, the units in it, and those in them."""
    own = select(Unit.id).where(Unit.id == unit_id, Unit.organisation_id == organisation_id)
    units = own.cte("units", recursive=True)
    return select(units.union(select(Unit.id).join(units, Unit.parent_id == units.c.id)).c.id)


def beginnings(typed: str) -> list[str]:
    """The folded words that somebody typed, six at most."""
    return list(dict.fromkeys(fold(typed[:LONGEST_WORDS]).split()))[:MOST_WORDS]


def _size(narrowing: Narrowing) -> Any:
    """How many rows are in the way in, counting no further than matters."""
    few = narrowing.whose.limit(TELLING_APART).subquery()
    return select(func.count()).select_from(few).scalar_subquery()


def _by_words(organisation_id: UUID, typed: str) -> Iterator[Narrowing]:
    for beginning in beginnings(typed):
        begins = (PersonWord.word >= beginning, PersonWord.word < beginning + LAST_LETTER)
        yield _kept_with(PersonWord, organisation_id, *begins)


def _by_post(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.unit_id is not None:
        units = Post.unit_id.in_(below(organisation_id, sought.unit_id))
        yield _kept_with(Post, None, units, Post.covering(today()))
    if sought.job_title:
        is_job = Post.job_title == sought.job_title
        held = _kept_with(Post, organisation_id, is_job, Post.covering(today()))
        yield replace(held, whose=_whose_job(organisation_id, sought.job_title), is_exact=False)


def _whose_job(organisation_id: UUID, job_title: str) -> Select[Any]:
    """Who holds a post with this title that has not ended, whether or not it has begun."""
    return select(Post.person_id).where(
        Post.organisation_id == organisation_id,
        Post.job_title == job_title,
        or_(Post.ended_on.is_(None), Post.ended_on >= today()),
        Post.person_id.is_not(None),
    )


def _by_day(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.day:
        other, weeks = aliased(Person), weeks_with(sought.day)
        own = select(other.id).where(other.organisation_id == organisation_id)
        yield Narrowing(own.where(other.working_days.in_(weeks)), Person.working_days.in_(weeks))


def _by_strength_and_role(organisation_id: UUID, sought: Sought) -> Iterator[Narrowing]:
    if sought.strength:
        is_strong = PersonStrength.strength == sought.strength
        yield _kept_with(PersonStrength, organisation_id, is_strong)
    if sought.role:
        held = (RoleHeld.role == sought.role, RoleHeld.covering(today()))
        yield _kept_with(RoleHeld, organisation_id, *held)


def _kept_with(table: Any, organisation_id: UUID | None, *conditions: Any) -> Narrowing:
    """The narrowing to people of whom this table has such a row.

    Without an organisation the conditions say themselves whose rows they are.
    """
    rows = select(table.person_id).where(*conditions)
    own = rows.where(table.person_id == Person.id).correlate(Person).exists()
    if organisation_id is not None:
        rows = rows.where(table.organisation_id == organisation_id)
    return Narrowing(rows.where(table.person_id.is_not(None)), own)  # a vacant post is nobody's


@cache
def weeks_with(day: str) -> list[str]:
    """Every way to fill a week that has this day in it, as working days are kept."""
    return [
        " ".join(week)
        for number in range(1, len(DAYS) + 1)
        for week in combinations(DAYS, number)
        if day in week
    ]
