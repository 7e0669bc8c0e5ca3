"""Who reports to whom today, asked in bulk: by their posts, and through cover (see `managing`)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, and_, or_, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.people.models import Cover, Person, Post


def reporting_to(person: Person, day: date) -> CompoundSelect[Any]:
    """The ids of those whose manager this person is on a day, or for whose manager they cover.

    A post and its manager are of one organisation, so managers alone are the way in.
    """
    held = aliased(Post)
    named = select(Post.person_id).where(Post.covering(day), Post.manager_id == person.id)
    through_cover = (
        select(Post.person_id)
        .join(held, and_(*_reported_to(held)))
        .join(Cover, Cover.post_id == held.id)
        .where(Post.covering(day), Cover.person_id == person.id, Cover.covering(day))
    )
    return named.union(through_cover)


def managers_of(people: Collection[UUID], day: date) -> dict[UUID, set[UUID]]:
    """The managers of each of these people on a day, with those who cover for them."""
    held = aliased(Post)
    named = select(Post.person_id, Post.manager_id).where(
        Post.person_id.in_(people), Post.covering(day), Post.manager_id.is_not(None)
    )
    covering = (
        select(Post.person_id, Cover.person_id)
        .join(held, and_(*_reported_to(held)))
        .join(Cover, Cover.post_id == held.id)
        .where(Post.person_id.in_(people), Post.covering(day), Cover.covering(day))
    )
    managers: dict[UUID, set[UUID]] = defaultdict(set)
    for person_id, manager_id in db.session.execute(named.union(covering)):
        if person_id and manager_id:
            managers[person_id].add(manager_id)
    return managers


def _reported_to(held: Any) -> tuple[Any, ...]:
    """The conditions that a post reported to the holder of a covered one while they held it."""
    return (
        held.person_id == Post.manager_id,
        or_(held.ended_on.is_(None), held.ended_on >= Post.started_on),
    )
