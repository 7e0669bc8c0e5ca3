"""The first page of a narrowed directory: who is found and how many they are, in one statement.

What people are sought by carries where they stand in lists. So its rows are put in order, or stand
in an index in that order, and only the first of them are looked up.
"""

from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, select, true

from portal.database import db
from portal.people.models import Person
from portal.people.queries.directory import CAP, PLACED, at_work, limit, lines
from portal.people.queries.narrowing import Narrowing, in_order, narrowings, values_of
from portal.people.queries.typed import LEFT, Shown
from portal.people.sought import Sought
from portal.web.lists import SIZE, Page, page_from

MANY = 1_000  # of so many by the first thing, those of whom the others are so are counted shortly
SHORTLY = 50
CERTAIN = 1_000  # from here on, by one thing alone, nobody is asked whether they still work here
ALONG = 1_200  # from here on it is quicker to go along the list than to put them in order


class Way(NamedTuple):
    """What is sought, how many rows the first thing has as far as matters, and how it is read."""

    narrowed: tuple[Narrowing, ...]
    at_base: bool
    rows: int

    @property
    def is_alone(self) -> bool:
        """Whether people are sought by one thing and nothing else."""
        return len(self.narrowed) == 1 and not self.at_base

    @property
    def is_along(self) -> bool:
        """Whether the rows are read in the order of the list, up to where the page is full."""
        return self.narrowed[0].is_in_order or self.rows >= ALONG

    @property
    def is_certain(self) -> bool:
        """Whether there are more than are counted, without looking."""
        return self.is_alone and self.narrowed[0].ends and self.rows >= CERTAIN

    @property
    def cap(self) -> int:
        """How far people are counted."""
        return CAP if self.is_alone or self.rows < MANY else SHORTLY

    def ahead(self, size: int) -> int:
        """How many rows are looked up: some have left, some are no others' match, two are one's."""
        people = size + 1 if self.is_certain else max(self.cap, size) + 1
        loses_more = self.at_base or any(not each.asks for each in self.narrowed[1:])
        return people * LEFT if loses_more else people * 5 // 4 + 1


def listed(organisation_id: UUID, sought: Sought, *, size: int = SIZE) -> Shown | None:
    """The first page of whoever is sought; nothing where this is no way to tell.

    That is where everybody is sought, where very many come by something that no list is kept of,
    and where of the first so few are as sought otherwise that those behind would have to be asked.
    """
    values = values_of(organisation_id, sought)
    narrowed, rows = narrowings(sought, values)
    way = Way(narrowed, bool(sought.base), rows)
    if not narrowed or (way.is_along and narrowed[0].along is None):
        return None
    ahead = way.ahead(size)
    statement = _page(narrowed, way.at_base, way.is_along)
    asked = values | {"ahead": ahead, "size": size + 1}
    found = db.session.execute(statement, asked).all()
    if not found:
        return None
    read, number = found[0][2:]
    if read >= ahead and len(found) <= size:
        return None
    page = page_from([(key_id, key, key_id) for key_id, key, *_ in found], width=1, size=size)
    is_more = way.is_certain or number > way.cap or read >= ahead
    number = way.cap if way.is_certain else min(number, way.cap)
    return Shown(Page(rows=lines(page.rows), next=page.next, first=True), number, is_more)


@cache
def _page(narrowed: tuple[Narrowing, ...], at_base: bool, along: bool) -> Any:
    """The first page; beside each how many rows were read, and how many people they are."""
    rows, asked = in_order(narrowed, along)
    ahead = rows.limit(limit("ahead")).subquery("ahead")
    is_so = and_(Person.id == ahead.c.id, PLACED, *at_work(at_base), *asked)
    here = Person.id.label("here")
    known = select(ahead.c.id, ahead.c.key, here).outerjoin(Person, is_so).cte("known")
    people = (
        select(known.c.here, known.c.key)
        .where(known.c.here.is_not(None))
        .distinct()
        .order_by(known.c.key, known.c.here)
        .limit(limit("size"))
        .subquery("people")
    )
    counted = select(
        func.count().label("rows"), func.count(known.c.here.distinct()).label("number")
    )
    numbers = counted.select_from(known).subquery("numbers")
    told = select(people, numbers.c.rows, numbers.c.number).join(numbers, true())
    return told.order_by(people.c.key, people.c.here)
