"""Who can be enrolled, and who can assess them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from sqlalchemy import Select, and_, case, or_, select
from sqlalchemy.orm import joinedload

from portal.clock import today
from portal.database import db
from portal.induction.models import Induction
from portal.people.models import Person, Post, RoleHeld
from portal.people.posts.tenure import in_job_since
from portal.people.queries import named, newly_qualified

MOST_SUGGESTED = 50
MOST_ASSESSORS = 200
MOST_POSTS = 6  # of one person, on average, over the years


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be enrolled: the post whose hours count, and since when in that job."""

    person: Person
    post: Post | None
    since: date | None = None


def candidates(organisation_id: UUID, q: str, ticked: Collection[UUID] = ()) -> list[Candidate]:
    """Who can be enrolled: first those ticked already, then those found by this name.

    With no name asked for, the newly qualified without an induction year are suggested.
    """
    asked = [Person.id.in_(found) for found in named(organisation_id, q)]
    suggested = and_(*asked) if asked else newly_qualified(organisation_id, today())
    is_ticked = Person.id.in_(ticked)
    people = (
        _without_a_year(organisation_id)
        .where(or_(is_ticked, suggested))
        .order_by(case((is_ticked, 0), else_=1), Person.sort_key, Person.id)
    )
    return candidates_among(people, MOST_SUGGESTED + len(ticked))


def assessors(organisation_id: UUID) -> Sequence[Person]:
    """Everybody who is an ASYE assessor today, by name."""
    found = (
        select(Person)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            Person.working_here(today()),
            RoleHeld.role == "assessor",
            RoleHeld.covering(today()),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_ASSESSORS)
    )
    return db.session.scalars(found).all()


def candidates_among(people: Select[Person], most: int) -> list[Candidate]:
    """The first `most` of these people as candidates, each with their latest post."""
    rows = (
        people.add_columns(Post)
        .outerjoin(Post, Post.person_id == Person.id)
        .options(joinedload(Post.unit))
        .order_by(Post.started_on)
        .limit(most * MOST_POSTS)
    )
    held: dict[Person, list[Post]] = {}
    for person, post in db.session.execute(rows):
        held.setdefault(person, []).extend([post] if post else [])
    return [_candidate(person, posts) for person, posts in islice(held.items(), most)]


def _candidate(person: Person, posts: Sequence[Post]) -> Candidate:
    """With their latest post; other hours or another team do not begin the job anew."""
    going_on = [post for post in posts if post.ended_on is None or post.ended_on >= today()]
    if not going_on:
        return Candidate(person, None)
    latest = going_on[-1]
    day = max(today(), latest.started_on)
    return Candidate(person, latest, in_job_since(posts, latest.job_title, day))


def _without_a_year(organisation_id: UUID) -> Select[Person]:
    in_a_year = select(Induction.person_id).where(
        Induction.organisation_id == organisation_id, Induction.ended_on.is_(None)
    )
    return select(Person).where(
        Person.organisation_id == organisation_id,
        Person.working_here(today()),
        Person.id.not_in(in_a_year),
    )
