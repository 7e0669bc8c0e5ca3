"""The directory: everybody who works here, by the beginnings of their names and by filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Select, and_, bindparam, case, func, select

from portal.clock import today
from portal.database import db
from portal.people.models import Person, PersonWord, Post, Unit
from portal.people.queries.narrowing import (
    LAST_LETTER,
    Narrowing,
    beginnings,
    gathered,
    narrowings,
)
from portal.people.sought import Sought
from portal.web.lists import SIZE, Page, capped_count, page_of

CAP = 500  # people whom a search finds are counted up to here
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
    """Who is sought: a statement that lists them in order, how many, and whether still more."""

    people: Select[Person]
    number: int
    more: bool


def directory(organisation_id: UUID, sought: Sought) -> Select[Person]:
    """The people who work here today and are as sought, in the order of their names."""
    return matching(organisation_id, sought).people


def matching(organisation_id: UUID, sought: Sought) -> Matching:
    """The people who work here today and are as sought, with how many there are.

    Where they are many the list is walked in its order, and each is asked; where they are few,
    they are gathered and put in order. Either way a page costs little in a large organisation.
    """
    at_work = [Person.working_here(today())]
    at_work += [Person.base == sought.base] if sought.base else []
    everybody = select(Person).where(Person.organisation_id == organisation_id, *at_work)
    narrowed = narrowings(organisation_id, sought)
    if not narrowed:
        return Matching(_in_order(everybody), *capped_count(everybody))
    number, more, are_many = _count(narrowed, at_work)
    if are_many:
        walked = everybody.where(*(n.is_so for n in narrowed))
        return Matching(_in_order(walked), number, more)
    # No word of the organisation here: `whose` asks for it, and must be the way in.
    whose, asked = gathered(narrowed)
    few = select(Person).where(Person.id.in_(whose), PLACED, *at_work, *asked)
    return Matching(_in_order(few), number, more)


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


def found(people: Select[Person], *, after: str | None = None, size: int = SIZE) -> Page:
    """A page of the directory, each person with the posts of today.

    Who is on it is found first, in indexes that hold all that is asked; only they are read.
    """
    ids: Any = people.with_only_columns(Person.id)
    page = page_of(ids, keys=[Person.sort_key, Person.id], after=after, size=size)
    return Page(rows=lines(page.rows), next=page.next, first=page.first)


def lines(people: Sequence[UUID]) -> list[Found]:
    """A line of the directory for each of these people, in their order."""
    if not people:
        return []
    known: dict[UUID, Found] = {}
    asked = {"people": list(people), "day": today()}
    for each, given, known_as, family, email, base, job, unit in db.session.execute(LINES, asked):
        line = known.get(each)
        if line is None:
            line = known[each] = Found(each, f"{known_as or given} {family}", email, base, [])
        if job is not None:
            line.posts.append(f"{job}, {unit}")
    return [known[each] for each in people if each in known]


def _in_order(people: Select[Person]) -> Select[Person]:
    return people.order_by(Person.sort_key, Person.id)


def _count(narrowed: list[Narrowing], at_work: list[Any]) -> tuple[int, bool, bool]:
    """How many people there are, whether more than we count, and whether they are many.

    Somebody with two such posts counts once. Where so many come by one narrowing alone, nobody is
    asked whether they still work here.
    """
    whose, asked = gathered(narrowed)
    alone = len(narrowed) == 1 and len(at_work) == 1
    came = whose.limit(MANY).cte("came")
    read = select(func.count()).select_from(came).scalar_subquery()
    known: Any = select(Person.id).where(PLACED, *at_work, *asked)
    beyond: Any = CAP + 1
    if not alone:
        rows = whose.subquery("rows")
        beyond = _counted(known.join(rows, rows.c[0] == Person.id).distinct())
    few = _counted(known.where(Person.id.in_(select(came.c[0]))))
    number = case((read < MANY, few), else_=beyond)
    number, many = db.session.execute(select(number, read >= MANY)).one()
    return min(number, CAP), number > CAP, bool(many)


def _counted(people: Select[UUID]) -> Any:
    """How many they are, as far as we count and one further."""
    return select(func.count()).select_from(people.limit(CAP + 1).subquery()).scalar_subquery()


# True of everybody; said because SQLite then reads the narrow index that holds all that is asked
# of somebody whom it knows by id, and leaves alone the shorter one that leads to the whole row.
PLACED: Any = Person.sort_key >= ""
DAY: Any = bindparam("day", type_=Date())
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
