"""Posts over time, and what has to be known before one is written down."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, Select, inspect, literal, select
from sqlalchemy.orm import contains_eager, joinedload

from portal.database import db
from portal.people.models import Post

MOST_POSTS = 100
NAMED = {"unit", "manager", "person"}


def posts_over_time(person_id: UUID) -> list[Post]:
    """Every post the person holds, held or will hold, latest first, with unit and manager."""
    held = (
        select(Post)
        .where(Post.person_id == person_id)
        .join(Post.unit)
        .options(contains_eager(Post.unit), joinedload(Post.manager))
        .order_by(Post.started_on.desc(), Post.id)
        .limit(MOST_POSTS)
    )
    return list(db.session.scalars(held))


def whole_post(post: Post) -> Post:
    """The post with its unit, manager and holder, which pages and sentences about it name.

    The reader may be one of them: what is known of them already stays as it was loaded.
    """
    if not NAMED & inspect(post).unloaded:
        return post
    named = joinedload(Post.unit), joinedload(Post.manager), joinedload(Post.person)
    return db.session.scalars(select(Post).where(Post.id == post.id).options(*named)).one()


def posts_beside(person_id: UUID | None, but: UUID | None = None) -> Sequence[Post]:
    """The other posts of a person, to hold a new one against."""
    if person_id is None:
        return []
    others = select(Post).where(Post.person_id == person_id).limit(MOST_POSTS)
    return [each for each in db.session.scalars(others) if each.id != but]


def is_above(manager_id: UUID, person_id: UUID, day: date) -> bool:
    """Whether the person is among the manager's own managers on a day, however far up."""
    above = those_above(manager_id, day)
    return db.session.scalar(select(above.c.id).where(above.c.id == person_id).limit(1)) is not None


def those_above(person_id: UUID, day: date) -> CTE:
    """The person and everybody above them on a day, however far up, as a table of ids.

    Each of them is asked once, so that a circle that is there already ends the search too.
    """
    themself = select(literal(person_id, type_=Post.person_id.type).label("id"))
    chain = themself.cte("above", recursive=True)
    further: Select[Any] = (
        select(Post.manager_id)
        .join(chain, Post.person_id == chain.c.id)
        .where(Post.manager_id.is_not(None), Post.covering(day))
    )
    return chain.union(further)
