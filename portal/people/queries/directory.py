"""The directory: everybody who works here, found by the beginnings of their names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from portal.clock import today
from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person, PersonWord, Post, Unit
from portal.web.lists import Page, page_of

LONGEST_QUERY = 200
MOST_WORDS = 6
MOST_TEAMS = 500
LAST_LETTER = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the directory."""

    id: UUID
    name: str
    email: str | None
    base: str
    posts: tuple[tuple[str, str], ...]


def directory(
    organisation_id: UUID, *, query: str = "", team_id: UUID | None = None
) -> Select[Person]:
    """The people who work here today, those whose names begin so, those of one team."""
    people = select(Person).where(
        Person.organisation_id == organisation_id, Person.working_here(today())
    )
    for found_by_word in named(organisation_id, query):
        people = people.where(Person.id.in_(found_by_word))
    if team_id is not None:
        holders = select(Post.person_id).where(Post.unit_id == team_id, Post.covering(today()))
        people = people.where(Person.id.in_(holders))
    return people.order_by(Person.sort_key, Person.id)


def named(organisation_id: UUID, typed: str) -> list[Select[UUID]]:
    """For each word that somebody typed, six at most: whose names have a word that begins so."""
    beginnings = list(dict.fromkeys(fold(typed[:LONGEST_QUERY]).split()))[:MOST_WORDS]
    return [
        select(PersonWord.person_id).where(
            PersonWord.organisation_id == organisation_id,
            PersonWord.word >= beginning,
            PersonWord.word < beginning + LAST_LETTER,
        )
        for beginning in beginnings
    ]


def found(people: Select[Person], *, after: str | None = None) -> Page:
    """A page of the directory, each person with the posts of today."""
    columns: Any = people.with_only_columns(
        Person.id,
        Person.given_names,
        Person.known_as,
        Person.family_name,
        Person.email,
        Person.base,
    )
    page = page_of(columns, keys=[Person.sort_key, Person.id], after=after)
    posts = _posts_of([row[0] for row in page.rows])
    lines = [
        Found(row[0], f"{row[2] or row[1]} {row[3]}", row[4], row[5], tuple(posts[row[0]]))
        for row in page.rows
    ]
    return Page(rows=lines, next=page.next, first=page.first)


def teams(organisation_id: UUID) -> list[tuple[UUID, str]]:
    """The teams of the organisation by name, for the filter."""
    found = (
        select(Unit.id, Unit.name)
        .where(Unit.organisation_id == organisation_id, Unit.kind == "team")
        .order_by(Unit.name, Unit.id)
        .limit(MOST_TEAMS)
    )
    return [(row.id, row.name) for row in db.session.execute(found)]


def _posts_of(people: Iterable[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    """Job title and unit of each post that these people hold today."""
    held: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    posts = (
        select(Post.person_id, Post.job_title, Unit.name)
        .join(Unit, Unit.id == Post.unit_id)
        .where(Post.person_id.in_(list(people)), Post.covering(today()))
        .order_by(Post.started_on, Post.id)
    )
    for person_id, job_title, unit in db.session.execute(posts):
        if person_id is not None:
            held[person_id].append((job_title, unit))
    return held
