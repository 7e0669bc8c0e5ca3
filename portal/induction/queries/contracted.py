"""The posts beside which a year stands, for many years at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, bindparam, or_, select

from portal.clock import today
from portal.database import db
from portal.induction import contracted
from portal.induction.contracted import Difference, Held
from portal.induction.listed import Listed
from portal.induction.models import Induction
from portal.people.models import Post
from portal.period import covers

MOST_POSTS = 20  # of one person


@dataclass(slots=True)
class _Held:
    """A post as far as its hours matter."""

    started_on: date
    ended_on: date | None
    fte: Decimal | None
    basis: str

    def covers(self, day: date) -> bool:
        """Whether it is held on that day."""
        return covers(self, day)


def difference_of(induction: Induction) -> Difference | None:
    """Where the hours of the post are others than the year reckons with."""
    return _difference(induction, induction.posts) if induction.is_open else None


def differences(inductions: Iterable[Listed]) -> dict[UUID, Difference]:
    """The same of many years under way, by the id of the year; those without one are left out."""
    years = list(inductions)
    first = min((year.started_on for year in years), default=today())
    asked = {
        "people": [year.person_id for year in years],
        "first": first,
        "most": MOST_POSTS * max(len(years), 1),
    }
    posts: dict[UUID, list[_Held]] = defaultdict(list)
    for person_id, *held in db.session.execute(_posts(), asked):
        posts[person_id].append(_Held(*held))
    differing = {year.id: _difference(year, posts[year.person_id]) for year in years}
    return {key: each for key, each in differing.items() if each is not None}


@cache
def _posts() -> Any:
    return (
        select(Post.person_id, Post.started_on, Post.ended_on, Post.fte, Post.basis)
        .where(
            Post.person_id.in_(bindparam("people", expanding=True)),
            or_(Post.ended_on.is_(None), Post.ended_on >= bindparam("first", type_=Date)),
        )
        .order_by(Post.started_on, Post.id)
        .limit(bindparam("most", type_=Integer))
    )


def _difference(induction: Induction | Listed, posts: Sequence[Held]) -> Difference | None:
    return contracted.difference(
        posts,
        started_on=induction.started_on,
        last_on=induction.planned_end_on,
        fte=induction.fte,
        moves=induction.moves,
        today=today(),
    )
