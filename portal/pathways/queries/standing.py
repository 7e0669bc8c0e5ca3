"""What the pathway pages list: somebody's own posts, numbers at each place, and who they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Row, Select, bindparam, case, func, select

from portal.database import db
from portal.pathways.standing import Tally
from portal.people.asker import HERE
from portal.people.models import Person, Post, Unit
from portal.people.posts.tenure import in_job_since
from portal.period import covers

POSTS_OF_ONE_PERSON = 50
DIFFERENT_TITLES = 1000
VACANCIES = 50


@dataclass(frozen=True)
class HeldPost:
    """A post that somebody holds: what it is called, where it is, and since when in the job."""

    job_title: str
    team: str
    since: date


def posts_of(person: Person, today: date) -> list[HeldPost]:
    """The posts a person holds on a day, the largest share of a week first."""
    own = person.organisation_id
    rows = _rows_until(own, today, [person.id], POSTS_OF_ONE_PERSON)[person.id]
    rows.sort(key=lambda row: (-(row.fte or 0), row.started_on))
    return _held(rows, today)


def job_titles(organisation_id: UUID, today: date) -> list[str]:
    """Every job title in use on a day."""
    statement = (
        _posts(organisation_id, today)
        .with_only_columns(Post.job_title)
        .distinct()
        .order_by(Post.job_title)
        .limit(DIFFERENT_TITLES)
    )
    return list(db.session.scalars(statement))


def tallies(
    organisation_id: UUID, today: date, titles_at: Mapping[str, Sequence[str]]
) -> list[tuple[str, Tally]]:
    """People and vacant posts on a day, for each place or, outside the places, each job title.

    Somebody with two posts at one place is one person there.
    """
    placed = [(Post.job_title.in_(titles), key) for key, titles in titles_at.items()]
    stands_at = case(*placed, else_=Post.job_title) if placed else Post.job_title
    posts = (
        _posts(organisation_id, today)
        .with_only_columns(stands_at.label("name"), Post.person_id)
        .subquery()
    )
    people = func.count(posts.c.person_id.distinct())
    vacant = func.count() - func.count(posts.c.person_id)
    statement = (
        select(posts.c.name, people, vacant)
        .group_by(posts.c.name)
        .order_by(posts.c.name)
        .limit(DIFFERENT_TITLES)
    )
    return [(name, Tally(people, empty)) for name, people, empty in db.session.execute(statement)]


def people_at(organisation_id: UUID, today: date, titles: Sequence[str]) -> Select[Any]:
    """The people who hold a post with one of these job titles on a day, by name."""
    held = _posts(organisation_id, today).where(
        Post.person_id == Person.id, Post.job_title.in_(titles)
    )
    return (
        select(Person)
        .where(Person.organisation_id == organisation_id, held.correlate(Person).exists())
        .order_by(Person.sort_key, Person.id)
    )


def posts_at(
    organisation_id: UUID, today: date, titles: Sequence[str], people: Sequence[Person]
) -> dict[UUID, list[HeldPost]]:
    """The posts with one of these job titles that these people hold on a day, by person."""
    ids = [person.id for person in people]
    rows = _rows_until(organisation_id, today, ids, POSTS_OF_ONE_PERSON * max(len(people), 1))
    held = {person_id: _held(rows[person_id], today) for person_id in ids}
    return {
        person_id: [post for post in posts if post.job_title in titles]
        for person_id, posts in held.items()
    }


def vacancies_at(
    organisation_id: UUID, today: date, titles: Sequence[str]
) -> list[tuple[str, int]]:
    """The teams with vacant posts with one of these job titles on a day, and how many."""
    statement = (
        _posts(organisation_id, today)
        .where(Post.job_title.in_(titles), Post.person_id.is_(None))
        .join(Unit, Unit.id == Post.unit_id)
        .with_only_columns(Unit.name, func.count())
        .group_by(Unit.name)
        .order_by(Unit.name)
        .limit(VACANCIES)
    )
    return [(team, vacant) for team, vacant in db.session.execute(statement)]


def _rows_until(
    organisation_id: UUID, day: date, people: Sequence[UUID], most: int
) -> dict[UUID, list[Row[Any]]]:
    """Every row that had begun by a day of each of these people, first day first."""
    asked = {"here": organisation_id, "day": day, "people": list(people), "most": most}
    rows: dict[UUID, list[Row[Any]]] = defaultdict(list)
    for row in db.session.execute(_begun(), asked):
        if row.person_id is not None:
            rows[row.person_id].insert(0, row)
    return rows


@cache
def _begun() -> Any:
    """Their rows, the first day last: asked on every home page, so it is put together once."""
    day: Any = bindparam("day", type_=Date)
    return (
        select(Post.person_id, Post.job_title, Unit.name, Post.started_on, Post.ended_on, Post.fte)
        .join(Unit, Unit.id == Post.unit_id)
        .where(
            Post.organisation_id == HERE,
            Post.person_id.in_(bindparam("people", expanding=True)),
            Post.begun_by(day),
        )
        .order_by(Post.first_day().desc(), Post.id)
        .limit(bindparam("most", type_=Integer))
    )


def _held(rows: Sequence[Row[Any]], day: date) -> list[HeldPost]:
    """The posts of one person on a day, each with the day since which they are in that job."""
    return [
        HeldPost(row.job_title, row.name, in_job_since(rows, row.job_title, day) or row.started_on)
        for row in rows
        if covers(row, day)
    ]


def _posts(organisation_id: UUID, today: date) -> Select[Any]:
    return select(Post).where(Post.organisation_id == organisation_id, Post.covering(today))
