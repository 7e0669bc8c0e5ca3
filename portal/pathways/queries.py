"""What the pathway pages list: somebody's own posts, numbers at each place, and who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, select

from portal.database import db
from portal.pathways.standing import Tally
from portal.people.models import Person, Post, Unit

POSTS_OF_ONE_PERSON = 20
DIFFERENT_TITLES = 1000
VACANCIES = 50


@dataclass(frozen=True)
class HeldPost:
    """A post that somebody holds: what it is called, where it is, and since when."""

    job_title: str
    team: str
    started_on: date


def posts_of(person: Person, today: date) -> list[HeldPost]:
    """The posts a person holds on a day, the largest share of a week first."""
    statement = (
        _posts(person.organisation_id, today)
        .where(Post.person_id == person.id)
        .with_only_columns(Post.job_title, Unit.name, Post.started_on)
        .join(Unit, Unit.id == Post.unit_id)
        .order_by(func.coalesce(Post.fte, 0).desc(), Post.started_on, Post.id)
        .limit(POSTS_OF_ONE_PERSON)
    )
    return [HeldPost(*row) for row in db.session.execute(statement)]


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
    statement = (
        _posts(organisation_id, today)
        .where(Post.job_title.in_(titles), Person.id.in_([person.id for person in people]))
        .with_only_columns(Person.id, Post.job_title, Unit.name, Post.started_on)
        .join(Person, Person.id == Post.person_id)
        .join(Unit, Unit.id == Post.unit_id)
        .order_by(Post.started_on, Post.id)
        .limit(POSTS_OF_ONE_PERSON * max(len(people), 1))
    )
    held: dict[UUID, list[HeldPost]] = {}
    for person_id, job_title, team, started_on in db.session.execute(statement):
        post = HeldPost(job_title=job_title, team=team, started_on=started_on)
        held.setdefault(person_id, []).append(post)
    return held


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


def _posts(organisation_id: UUID, today: date) -> Select[Any]:
    return select(Post).where(Post.organisation_id == organisation_id, Post.covering(today))
