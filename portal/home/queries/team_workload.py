"""What the people of a team carry in points, with what is agreed for each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.induction.models import Induction
from portal.induction.queries.promises import terms_of
from portal.people.models import Person, Post, Unit
from portal.teams.models import WorkloadCount
from portal.teams.queries import counts_since, pods_of
from portal.teams.workload import Carried, full_load

LATELY = timedelta(days=35)
MOST = 300


@dataclass(frozen=True)
class Member:
    """Somebody in the team, their posts in it, and what they carry."""

    person: Person
    posts: Sequence[Post]
    carried: Carried


def members(unit: Unit, day: date) -> list[Member]:
    """Who works in a team and its pods without a model on a day, with the last count of each.

    A count is the last one within five weeks. Two posts in the team count together.
    """
    posts = _posts_in(unit, day)
    ids = [each.id for each in posts]
    agreed, counts = _agreed(ids, day), counts_since(ids, day - LATELY)
    return [
        Member(person, own, _carried(person, own, agreed.get(person.id), counts.get(person.id)))
        for person, own in posts.items()
    ]


def _posts_in(unit: Unit, day: date) -> dict[Person, list[Post]]:
    here = (
        select(Person, Post)
        .join(Post, Post.person_id == Person.id)
        .where(Post.unit_id.in_([unit.id, *pods_of([unit.id], day)]), Post.covering(day))
        .order_by(Person.sort_key, Person.id, Post.id)
        .limit(MOST)
    )
    found: dict[Person, list[Post]] = {}
    for person, post in db.session.execute(here):
        found.setdefault(person, []).append(post)
    return found


def _carried(
    person: Person,
    posts: Sequence[Post],
    agreed: int | None,
    counts: Sequence[WorkloadCount] | None,
) -> Carried:
    full = full_load([each.fte for each in posts])
    count = counts[0] if counts else None
    return Carried(
        person_id=person.id,
        points=count.points if count else None,
        counted_on=count.counted_on if count else None,
        full=full,
        agreed=full if agreed is None else min(full, agreed),
    )


def _agreed(people: Collection[UUID], day: date) -> Mapping[UUID, int]:
    """The points that a programme agrees for those of these people who are in one."""
    running = (
        select(Induction)
        .where(
            Induction.person_id.in_(list(people)),
            Induction.started_on <= day,
            Induction.ended_on.is_(None),
        )
        .order_by(Induction.person_id, Induction.id)
        .limit(MOST)
    )
    ceilings = {each.person_id: terms_of(each).ceiling(day) for each in db.session.scalars(running)}
    return {key: each for key, each in ceilings.items() if each is not None}
