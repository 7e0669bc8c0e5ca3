"""Ending roles, cover and posts together: what ends with somebody, with a post, or with cover."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal import audit, notices
from portal.database import db
from portal.people import notices as sentences
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.queries.posts import MOST_POSTS

Row = Post | RoleHeld | Cover
Deed = tuple[str, Any, dict[str, Any]]


def end_with(
    by: Person | None, last_days: Mapping[RoleHeld | Cover, date], *, because: Sequence[Deed] = ()
) -> None:
    """End roles and cover on these days because of another deed, each with an audit entry.

    What would begin later is taken back. The deed itself is written down first, and with them.
    """
    roles = {row: day for row, day in last_days.items() if isinstance(row, RoleHeld)}
    cover = {row: day for row, day in last_days.items() if isinstance(row, Cover)}
    ended: list[Deed] = [("people.role_ended", row, _facts(row)) for row in roles]
    ended += [("people.cover_ended", row, _facts(row)) for row in cover]
    audit.record_deeds(by, [*because, *ended])
    end_rows(roles)  # first: a role names the cover that it came with
    end_rows(cover)


def end_rows(last_days: Mapping[Any, date]) -> None:
    """End these on their days, those that last longer; what would begin later is taken back."""
    for row, last_on in last_days.items():
        if row.started_on > last_on:
            db.session.delete(row)
        elif row.ended_on is None or row.ended_on > last_on:
            row.ended_on = last_on
    db.session.flush()


def end_cover_of(post: Post, by: Person, *, last_on: date) -> None:
    """End the cover of a post on a day, and what it lent, and tell whoever covers.

    What would begin later is taken back.
    """
    lasting = [each for each in _with_cover(post) if not each.ended_on or each.ended_on > last_on]
    if lasting:
        _tell(by, dict.fromkeys(lasting, last_on))
        end_with(by, dict.fromkeys(lasting, last_on))


def forget_with(post: Post, by: Person) -> None:
    """Take back what came with a post that is taken back, and tell whoever covers it.

    That is its roles, its cover, and what that lent.
    """
    own = select(RoleHeld).where(RoleHeld.post_id == post.id).order_by(RoleHeld.id)
    roles = db.session.scalars(own.limit(MOST_POSTS)).all()
    came_with = (*roles, *_with_cover(post))
    if came_with:
        before = {each: each.started_on - timedelta(days=1) for each in came_with}
        _tell(by, before)
        end_with(by, before)


def _tell(by: Person, last_days: Mapping[RoleHeld | Cover, date]) -> None:
    """Tell those whose cover ends or does not come to be, unless it is their own deed."""
    for row, last_on in last_days.items():
        if isinstance(row, Cover) and row.person_id != by.id:
            said = sentences.cover_ends(row, last_on)
            notices.tell(row.person, said, link=f"/people/{row.person_id}")


def _with_cover(post: Post) -> list[RoleHeld | Cover]:
    """The cover of a post, after what it lent."""
    named = joinedload(Cover.person), joinedload(Cover.post).joinedload(Post.unit)
    of_post = select(Cover).where(Cover.post_id == post.id).options(*named).order_by(Cover.id)
    cover = db.session.scalars(of_post.limit(MOST_POSTS)).all()
    if not cover:
        return []
    lent = select(RoleHeld).where(RoleHeld.cover_id.in_([each.id for each in cover]))
    return [*db.session.scalars(lent.order_by(RoleHeld.id).limit(MOST_POSTS)), *cover]


def _facts(row: RoleHeld | Cover) -> dict[str, str]:
    role = {"role": row.role} if isinstance(row, RoleHeld) else {}
    return {**role, "person": str(row.person_id)}
