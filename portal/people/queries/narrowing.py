"""Narrowing: the things by which people are sought, each said in two ways.

`whose` lists the people of the organisation of whom it is so: the way in where few are. `is_so`
asks of one person at a time: the way through a list that many of its people belong to. Which is
quicker depends on how many they are, and SQLite, which keeps no counts, cannot tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Uuid,
    bindparam,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person, PersonStrength, PersonWord, Post, RoleHeld, Unit
from portal.people.sought import DAYS, LONGEST_WORDS, Sought

MOST_WORDS = 6
LAST_LETTER = chr(0x10FFFF)
TELLING_APART = 1_200  # which of two lists is shorter matters up to here

Conditions = tuple[ColumnElement[bool], ...]
Says = Callable[[Any], Conditions]  # what must be so of the rows of a table
Values = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Narrowing:
    """One thing that people are sought by: `asks` puts it to a column of people's ids.

    `place` is where each stands in lists. `along` are the same rows as one index holds them in
    that order: at first hand, or among all the others. What `ends` has ended for who left.
    """

    whose: Select[UUID]
    place: Any
    along: Select[Any] | None = None
    ends: bool = False
    asks: Callable[[Any], ColumnElement[bool]] | None = None
    of_person: ColumnElement[bool] | None = None

    @property
    def is_in_order(self) -> bool:
        """Whether the rows are held in the order of the list, and no others among them."""
        return self.along is self.whose

    @property
    def is_so(self) -> Any:
        """What must be so of each person in a list."""
        return self.asks(Person.id) if self.asks else self.of_person


def gathered(narrowed: Sequence[Narrowing]) -> tuple[Select[UUID], list[Any]]:
    """Who comes by the first narrowing and is kept by the others; and what is left to ask.

    The others are asked before anybody is looked up, where their rows know people by id: of ten
    thousand who come by one letter few are left to be looked up.
    """
    return _kept_by(narrowed[0].whose, narrowed[1:])


def in_order(narrowed: Sequence[Narrowing], along: bool) -> tuple[Select[Any], list[Any]]:
    """The same with where each stands in lists, in that order; or `along` an index that has it."""
    way_in, *others = narrowed
    # SQLite would go through everybody to have them in order, where an index has more than these.
    place = way_in.place if along else func.coalesce(way_in.place, "")
    whose, asked = _kept_by(way_in.along if along else way_in.whose, others)
    came = whose.selected_columns[0]
    rows: Any = whose.with_only_columns(came.label("id"), way_in.place.label("key"))
    return rows.order_by(place, came), asked


def _kept_by(whose: Any, others: Sequence[Narrowing]) -> tuple[Select[UUID], list[Any]]:
    came = whose.selected_columns[0]
    whose = whose.where(*(each.asks(came) for each in others if each.asks))
    return whose, [each.is_so for each in others if not each.asks]


def values_of(organisation_id: UUID, sought: Sought) -> Values:
    """What the statements are asked with: they are built once for everybody who seeks."""
    words = beginnings(sought.query)
    return {
        "own": organisation_id,
        "day": today(),
        "unit": sought.unit_id,
        "job": sought.job_title,
        "base": sought.base,
        "strength": sought.strength,
        "role": sought.role,
        **{f"begins_{place}": word for place, word in enumerate(words)},
        **{f"ends_{place}": word + LAST_LETTER for place, word in enumerate(words)},
    }


def narrowings(
    sought: Sought, values: Values, *, sized: bool = True
) -> tuple[tuple[Narrowing, ...], int]:
    """Everything that is sought, and how many rows the first has, as far as that matters.

    The one that leaves the fewest people comes first. One thing alone is counted where it is to
    be `sized`.
    """
    found = tuple(_wanted(sought))
    if not found or (len(found) == 1 and not sized):
        return found, 0
    sizes = db.session.execute(_sizes(found), values).one()
    first = sorted(range(len(found)), key=lambda n: sizes[n])
    return tuple(found[place] for place in first), min(sizes)


def below(organisation_id: Any, unit_id: Any) -> Select[UUID]:
    """The ids of a unit, the units in it, and those in them."""
    own = select(Unit.id).where(Unit.id == unit_id, Unit.organisation_id == organisation_id)
    units = own.cte("units", recursive=True)
    return select(units.union(select(Unit.id).join(units, Unit.parent_id == units.c.id)).c.id)


def beginnings(typed: str) -> list[str]:
    """The folded words that somebody typed, six at most."""
    return list(dict.fromkeys(fold(typed[:LONGEST_WORDS]).split()))[:MOST_WORDS]


def _wanted(sought: Sought) -> Iterator[Narrowing]:
    for place in range(len(beginnings(sought.query))):
        yield _by_word(place)
    if sought.strength:
        yield _by_strength()
    if sought.role:
        yield _by_role()
    if sought.unit_id is not None:
        yield _by_unit()
    if sought.job_title:
        yield _by_job()
    if sought.day:
        yield _by_day(sought.day)


@cache
def _sizes(narrowed: tuple[Narrowing, ...]) -> Any:
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
    return select(*sizes)


@cache
def _by_word(place: int) -> Narrowing:
    begins = bindparam(f"begins_{place}", type_=String())
    ends = bindparam(f"ends_{place}", type_=String())
    return _kept_with(PersonWord, lambda r: (r.word >= begins, r.word < ends))


@cache
def _by_strength() -> Narrowing:
    strength = bindparam("strength", type_=String())
    return _in_order_with(PersonStrength, lambda r: (r.strength == strength,))


@cache
def _by_role() -> Narrowing:
    role = bindparam("role", type_=String())
    return _in_order_with(RoleHeld, lambda r: (r.role == role, r.covering(DAY)))


@cache
def _by_unit() -> Narrowing:
    # The units are of the organisation already.
    units = below(OWN, bindparam("unit", type_=Uuid()))
    by_unit = _kept_with(Post, lambda r: (r.unit_id.in_(units), r.covering(DAY)), is_own=True)
    # Said in words that no index knows, so that the posts are read in the order of the list.
    one_of: Any = func.coalesce(Post.unit_id, null()).in_(units)
    along = select(Post.person_id).where(Post.organisation_id == OWN, one_of, Post.covering(DAY))
    return replace(by_unit, along=along.where(Post.person_id.is_not(None)))


@cache
def _by_job() -> Narrowing:
    job = bindparam("job", type_=String())
    return _in_order_with(Post, lambda r: (r.job_title == job, r.covering(DAY)))


@cache
def _by_day(day: str) -> Narrowing:
    other = aliased(Person)
    weeks: Any = literal_column(f"({', '.join(map(repr, weeks_with(day)))})")
    own = select(other.id).where(other.organisation_id == OWN)
    return Narrowing(
        own.where(other.working_days.op("IN")(weeks)),
        other.sort_key,
        of_person=Person.working_days.op("IN")(weeks),
    )


def _kept_with(table: Any, says: Says, *, is_own: bool = False) -> Narrowing:
    """The narrowing to people of whom this table has a row of which `says` is so."""
    # A vacant post is nobody's.
    whose = select(table.person_id).where(*says(table), table.person_id.is_not(None))
    if not is_own:
        whose = whose.where(table.organisation_id == OWN)

    def asks(person_id: Any) -> ColumnElement[bool]:
        rows = aliased(table)
        return select(rows.person_id).where(*says(rows), rows.person_id == person_id).exists()

    return Narrowing(whose, table.sort_key, ends=hasattr(table, "ended_on"), asks=asks)


def _in_order_with(table: Any, says: Says) -> Narrowing:
    """The same where an index holds these rows in the order of the list."""
    found = _kept_with(table, says)
    return replace(found, along=found.whose)


def weeks_with(day: str) -> list[str]:
    """Every way to fill a week that has this day in it, as working days are kept."""
    return [
        " ".join(week)
        for number in range(1, len(DAYS) + 1)
        for week in combinations(DAYS, number)
        if day in week
    ]


OWN: Any = bindparam("own", type_=Uuid())
DAY: Any = bindparam("day", type_=Date())
