"""Search while somebody types: the first few who are found, in statements that are built once.

The words stand in one index with where their people stand in lists and what else they are called,
so a beginning is looked up, put in order and held against the other words without looking at
anybody; then the first few alone are read. Where very many have it, the list is walked instead.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, String, bindparam, func, select, true

from portal.clock import today
from portal.database import db
from portal.people.models import Person, PersonWord
from portal.people.queries.directory import PLACED, lines
from portal.people.queries.narrowing import DAY, LAST_LETTER, OWN, beginnings
from portal.web.lists import Page, page_from

FIRST = 12  # so many are shown while somebody types: more do not fit into 8 KiB
COUNTED = 100  # and up to here they are counted
MANY = 100  # for so many for each line it is quicker to walk the list than to put them in order
LEFT = 4  # of so many times as many as are shown, enough still work here


class Shown(NamedTuple):
    """The first who are found, how many there are, and whether more than are counted."""

    page: Page
    number: int
    more: bool


def typed(
    organisation_id: UUID, query: str, *, size: int = FIRST, cap: int = COUNTED
) -> Shown | None:
    """Who is found by the beginnings of all these words; nothing where this is no way to tell.

    That is without any word, and where so many of the first have left that those behind them
    would have to be asked.
    """
    words = sorted(beginnings(query), key=len, reverse=True)
    if not words:
        return None
    asked: dict[str, Any] = {
        "own": organisation_id,
        "day": today(),
        "begins": words[0],
        "ends": words[0] + LAST_LETTER,
        **{f"other_{place}": f"% {word}%" for place, word in enumerate(words[1:])},
        "size": size + 1,
    }
    others = len(words) - 1
    many = MANY * (size + 1)
    limits = {"many": many, "some": LEFT * (size + 1), "rows": (cap + 1) * 5 // 4 + 1}
    found = db.session.execute(_gathered(others), asked | limits).all()
    read, rows, number = found[0][:3]
    if read >= many:
        return Shown(_page(db.session.execute(_walked(others), asked).all(), size), cap, True)
    people = [row[3:] for row in found if row[3] is not None]
    if len(people) <= size and read >= limits["some"]:
        return None
    more = number > cap or rows >= limits["rows"]
    return Shown(_page(people, size), min(number, cap), more)


def _page(rows: Sequence[Any], size: int) -> Page:
    page = page_from(rows, width=1, size=size)
    return Page(rows=lines(page.rows), next=page.next, first=True)


@cache
def _gathered(others: int) -> Any:
    """Everybody found is put in order, the first few are read, and some more are counted."""
    rows = select(PersonWord.person_id, PersonWord.sort_key)
    rows = rows.where(PersonWord.organisation_id == OWN, *_begins(others))
    looked_up = rows.limit(_number("many")).subquery()
    read = select(func.count().label("rows")).select_from(looked_up).cte("read")
    few = select(read.c.rows).scalar_subquery() < _number("many")
    found = rows.where(few).cte("found")
    at_work = Person.working_here(DAY)
    known = select(Person.id).join(found, found.c.person_id == Person.id).where(PLACED, at_work)
    counted = known.limit(_number("rows")).subquery()
    number = select(func.count().label("rows"), func.count(counted.c.id.distinct()).label("people"))
    numbers = number.select_from(counted).cte("numbers")
    ahead = select(found.c.person_id).order_by(found.c.sort_key, found.c.person_id)
    people = (
        select(Person.id, Person.sort_key.label("key"), Person.id.label("key_id"))
        .where(Person.id.in_(ahead.limit(_number("some"))), PLACED, at_work)
        .order_by(Person.sort_key, Person.id)
        .limit(_number("size"))
        .subquery("people")
    )
    told = read.join(numbers, true()).outerjoin(people, true())
    return (
        select(read.c.rows, numbers.c.rows, numbers.c.people, people)
        .select_from(told)
        .order_by(people.c.key, people.c.key_id)
    )


@cache
def _walked(others: int) -> Any:
    """The list in its order, each asked whether they are found."""
    is_found = select(PersonWord.word).where(PersonWord.person_id == Person.id, *_begins(others))
    return (
        select(Person.id, Person.sort_key, Person.id.label("key_id"))
        .where(Person.organisation_id == OWN, Person.working_here(DAY), is_found.exists())
        .order_by(Person.sort_key, Person.id)
        .limit(_number("size"))
    )


def _begins(others: int) -> list[Any]:
    """That a word begins as the longest of those typed, and others of the person as the others."""
    return [
        PersonWord.word >= bindparam("begins", type_=String()),
        PersonWord.word < bindparam("ends", type_=String()),
        *(PersonWord.names.like(bindparam(f"other_{n}", type_=String())) for n in range(others)),
    ]


def _number(name: str) -> Any:
    return bindparam(name, type_=Integer())
