"""The posts beside which a year stands, for many years at once."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import load_only

from portal.clock import today
from portal.database import db
from portal.induction import contracted
from portal.induction.contracted import Difference
from portal.induction.models import Induction
from portal.people.models import Post

MOST_POSTS = 20  # of one person


def difference_of(induction: Induction) -> Difference | None:
    """Where the hours of the post are others than the year reckons with."""
    return _difference(induction, induction.posts)


def differences(inductions: Iterable[Induction]) -> dict[UUID, Difference]:
    """The same of many years, by the id of the year; those without one are left out."""
    years = list(inductions)
    first = min((year.started_on for year in years), default=today())
    found = (
        select(Post)
        .where(
            Post.person_id.in_([year.person_id for year in years]),
            or_(Post.ended_on.is_(None), Post.ended_on >= first),
        )
        .options(load_only(Post.person_id, Post.fte, Post.basis, Post.started_on, Post.ended_on))
        .order_by(Post.started_on, Post.id)
        .limit(MOST_POSTS * max(len(years), 1))
    )
    posts: dict[UUID | None, list[Post]] = defaultdict(list)
    for post in db.session.scalars(found):
        posts[post.person_id].append(post)
    differing = {year.id: _difference(year, posts[year.person_id]) for year in years}
    return {key: each for key, each in differing.items() if each is not None}


def _difference(induction: Induction, posts: list[Post]) -> Difference | None:
    if not induction.is_open:
        return None
    return contracted.difference(
        posts,
        started_on=induction.started_on,
        last_on=induction.planned_end_on,
        fte=induction.fte,
        moves=induction.moves,
        today=today(),
    )
