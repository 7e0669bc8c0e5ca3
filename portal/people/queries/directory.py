"""The directory: everybody who works here, by the beginnings of their names and by filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, String, and_, bindparam, case, func, not_, select

from portal.clock import today
from portal.database import db
from portal.people.models import Person, PersonWord, Post, Unit
from portal.people.queries.narrowing import (
    DAY,
    LAST_LETTER,
    OWN,
    Narrowing,
    Values,
    beginnings,
    gathered,
    narrowings,
    values_of,
)
from portal.people.sought import Sought
from portal.web.lists import SIZE, Page, page_from, page_of

EVERYBODY = 1_000  # the whole list is counted up to here
CAP = 300  # people whom a search finds are counted up to here
MANY = 2_000  # from here on it is quicker to walk the list than to put them in order


class Found(NamedTuple):
    """A line of the directory: each post of today is a job title and a unit."""

    id: UUID
    name: str
    email: str | None
    base: str
    posts: list[str]


@dataclass(frozen=True, slots=True)
class Matching:
    """Who is sought: a statement that lists them and its values, how many, whether still more."""

    people: Select[Person]
    values: Values
    number: int
    more: bool


def matching(organisation_id: UUID, sought: Sought) -> Matching:
    """The people who work here today and are as sought, with how many there are.

    Where they are many the list is walked in its order, and each is asked; where they are few,
    they are gathered and put in order. Either way a page costs little in a large organisation.
    """
    values = values_of(organisation_id, sought)
    narrowed, at_base = narrowings(sought, values, sized=False)[0], bool(sought.base)
    if not narrowed:
        cap = values | {"beyond": EVERYBODY + 1}
        number = db.session.scalar(_number(at_base), cap) or 0
        return Matching(walked((), at_base), values, min(number, EVERYBODY), number > EVERYBODY)
    limits = {"many": MANY, "beyond": CAP + 1}
    number, many = db.session.execute(_numbers(narrowed, at_base), values | limits).one()
    people = walked(narrowed, at_base) if many else _few(narrowed, at_base)
    return Matching(people, values, min(number, CAP), number > CAP)


def named(organisation_id: UUID, typed: str) -> list[Select[UUID]]:
    """For each word that somebody typed, six at most: whose names have a word that begins so."""
    return [
        select(PersonWord.person_id).where(
            PersonWord.organisation_id == organisation_id,
            PersonWord.word >= beginning,
            PersonWord.word < beginning + LAST_LETTER,
        )
        for beginning in beginnings(typed)
    ]


def found(matching: Matching, *, after: str | None = None, size: int = SIZE) -> Page:
    """A page of the directory, each person with the posts of today.

    Who is on it is found first, in indexes that hold all that is asked; only they are read.
    """
    if after:
        ids: Any = matching.people.with_only_columns(Person.id)
        keys = [Person.sort_key, Person.id]
        page = page_of(ids, keys=keys, after=after, size=size, values=matching.values)
    else:
        asked = matching.values | {"size": size + 1}
        rows = db.session.execute(first_rows(matching.people), asked).all()
        page = page_from(rows, width=1, size=size)
    return Page(rows=lines(page.rows), next=page.next, first=page.first)


def lines(people: Sequence[UUID]) -> list[Found]:
    """A line of the directory for each of these people, in their order."""
    if not people:
        return []
    known: dict[UUID, Found] = {}
    asked = {"people": list(people), "day": today()}
    rows = db.session.connection().execute(LINES, asked)
    for each, given, known_as, family, email, base, job, unit in rows:
        line = known.get(each)
        if line is None:
            line = known[each] = Found(each, f"{known_as or given} {family}", email, base, [])
        if job is not None:
            line.posts.append(f"{job}, {unit}")
    return [known[each] for each in people if each in known]


@cache
def walked(narrowed: tuple[Narrowing, ...], at_base: bool) -> Any:
    """Everybody in the order of the list, each asked."""
    everybody = select(Person).where(Person.organisation_id == OWN, *at_work(at_base))
    return _in_order(everybody.where(*(each.is_so for each in narrowed)))


@cache
def _few(narrowed: tuple[Narrowing, ...], at_base: bool) -> Any:
    """Those who come by what few have, put in order."""
    # No word of the organisation here: `whose` asks for it, and must be the way in.
    whose, asked = gathered(narrowed)
    return _in_order(select(Person).where(Person.id.in_(whose), PLACED, *at_work(at_base), *asked))


@cache
def first_rows(people: Any) -> Any:
    """Who is on the first page, with the keys of where the next begins."""
    keys = (Person.sort_key, Person.id.label("key_id"))
    return people.with_only_columns(Person.id, *keys).limit(limit("size"))


@cache
def _number(at_base: bool) -> Any:
    return select(_counted(walked((), at_base).with_only_columns(Person.id).order_by(None)))


@cache
def _numbers(narrowed: tuple[Narrowing, ...], at_base: bool) -> Any:
    """How many people there are, no further than we count and one beyond; whether they are many.

    Somebody with two such posts counts once. Where so many come by one narrowing alone, nobody is
    asked whether they still work here.
    """
    whose, asked = gathered(narrowed)
    came = whose.limit(limit("many")).cte("came")
    read = select(func.count()).select_from(came).scalar_subquery()
    known: Any = select(Person.id).where(PLACED, *at_work(at_base), *asked)
    beyond: Any = limit("beyond")
    if len(narrowed) > 1 or at_base:
        rows = whose.subquery("rows")
        beyond = _counted(known.join(rows, rows.c[0] == Person.id).distinct())
    few = _counted(known.where(Person.id.in_(select(came.c[0]))))
    are_few = read < limit("many")
    return select(case((are_few, few), else_=beyond), not_(are_few))


def _counted(people: Select[UUID]) -> Any:
    """How many they are, as far as we count and one further."""
    some = people.limit(limit("beyond")).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _in_order(people: Select[Any]) -> Select[Any]:
    return people.order_by(Person.sort_key, Person.id)


def at_work(at_base: bool) -> list[Any]:
    """Who works here today, and perhaps at one base."""
    base = [Person.base == bindparam("base", type_=String())] if at_base else []
    return [Person.working_here(DAY), *base]


def limit(name: str) -> Any:
    """How many rows at most, as it is given with the question."""
    return bindparam(name, type_=Integer())


# True of everybody; said because SQLite then reads the narrow index that holds all that is asked
# of somebody whom it knows by id, and leaves alone the shorter one that leads to the whole row.
PLACED: Any = Person.sort_key >= ""
# What a line of the directory says of somebody, once for each post. Built once: fifty people, each
# made a parameter of a new statement, cost more than the answer.
LINES: Any = (
    select(
        Person.id,
        Person.given_names,
        Person.known_as,
        Person.family_name,
        Person.email,
        Person.base,
        Post.job_title,
        Unit.name,
    )
    .outerjoin(Post, and_(Post.person_id == Person.id, Post.covering(DAY)))
    .outerjoin(Unit, Unit.id == Post.unit_id)
    .where(Person.id.in_(bindparam("people", expanding=True)))
    .order_by(Post.started_on, Post.id)
)
