"""The directory: everybody who works here, by the beginnings of their names and by filters."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, func, select

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
ENOUGH = 2 * CAP
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
    few = select(Person).where(Person.id.in_(whose), *at_work, *asked)
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
    """A page of the directory, each person with the posts of today."""
    columns: Any = people.with_only_columns(*COLUMNS)
    page = page_of(columns, keys=[Person.sort_key, Person.id], after=after, size=size)
    return Page(rows=lines(page.rows), next=page.next, first=page.first)


def lines(rows: Sequence[Any]) -> list[Found]:
    """Rows of `COLUMNS` as lines of the directory."""
    posts = _posts_of([row[0] for row in rows])
    return [
        Found(each, f"{known_as or given} {family}", email, base, posts[each])
        for each, given, known_as, family, email, base in rows
    ]


def _in_order(people: Select[Person]) -> Select[Person]:
    return people.order_by(Person.sort_key, Person.id)


def _count(narrowed: list[Narrowing], at_work: list[Any]) -> tuple[int, bool, bool]:
    """How many people there are, whether more than we count, and whether they are many.

    Somebody with two such posts comes twice, so twice as many rows are read as we count. Where so
    many come by one narrowing alone, nobody is asked whether they still work here.
    """
    whose, asked = gathered(narrowed)
    alone = len(narrowed) == 1 and len(at_work) == 1
    rows = whose.limit(MANY).cte("rows") if alone else whose.subquery("rows")
    known: Any = select(Person.id).join(rows, rows.c[0] == Person.id).where(*at_work, *asked)
    known = known.where(_number_of(rows) < ENOUGH) if alone else known
    known = known.limit(ENOUGH).cte("known")
    people = select(func.count(known.c.id.distinct())).scalar_subquery()
    number, read = db.session.execute(select(people, _number_of(rows if alone else known))).one()
    more = number > CAP or read >= ENOUGH
    return (CAP if more else number), more, read >= (MANY if alone else ENOUGH)


def _number_of(rows: Any) -> Any:
    return select(func.count()).select_from(rows).scalar_subquery()


def _posts_of(people: list[UUID]) -> dict[UUID, list[str]]:
    """Job title and unit of each post that these people hold today."""
    held: dict[UUID, list[str]] = defaultdict(list)
    if people:
        asked = {"people": people, "day": today()}
        for each, job_title, unit in db.session.execute(POSTS, asked):
            held[each].append(f"{job_title}, {unit}")
    return held


# What a line of the directory says of somebody.
COLUMNS: Any = (
    Person.id,
    Person.given_names,
    Person.known_as,
    Person.family_name,
    Person.email,
    Person.base,
)
# Built once: fifty people, each made a parameter of a new statement, cost more than the answer.
DAY: Any = bindparam("day", type_=Date())
POSTS: Any = (
    select(Post.person_id, Post.job_title, Unit.name)
    .join(Unit, Unit.id == Post.unit_id)
    .where(Post.person_id.in_(bindparam("people", expanding=True)), Post.covering(DAY))
    .order_by(Post.started_on, Post.id)
)
