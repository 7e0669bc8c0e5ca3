"""Who stands in for whom, and in which posts somebody acts up, today and from later on."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, and_, inspect, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from portal.clock import today
from portal.database import db
from portal.people.models import Cover, Person, Post, RoleHeld

MOST = 50
NAMED = {"unit", "person"}  # what sentences about a post name


@dataclass(frozen=True, slots=True)
class StandingIn:
    """The cover that concerns one person: of their posts, and that they give themselves."""

    of_theirs: list[Cover]
    by_them: list[Cover]


def standing_in(person_id: UUID) -> StandingIn:
    """The cover of today and to come around one person, earliest first (1 statement)."""
    theirs = select(Post.id).where(Post.person_id == person_id)
    found = _covers().where(or_(Cover.person_id == person_id, Cover.post_id.in_(theirs)))
    covers = list(db.session.scalars(found.limit(MOST)))
    return StandingIn(
        of_theirs=[cover for cover in covers if cover.post.person_id == person_id],
        by_them=[cover for cover in covers if cover.person_id == person_id],
    )


def covers_of(post: Post) -> list[Cover]:
    """Who covers a post today and from later on, earliest first.

    A change of grade or hours begins a new row of the same holder in the same team: what covers
    one of these rows covers the work that this one is about.
    """
    same = Post.id == post.id
    if post.person_id is not None:
        same = or_(same, and_(Post.person_id == post.person_id, Post.unit_id == post.unit_id))
    return list(db.session.scalars(_covers().where(same).limit(MOST)))


def whole_cover(cover: Cover) -> Cover:
    """The cover with who gives it, and the post with its unit and holder."""
    if "person" not in inspect(cover).unloaded and not NAMED & inspect(cover.post).unloaded:
        return cover
    return db.session.scalars(
        select(Cover)
        .join(Cover.post)
        .options(
            joinedload(Cover.person),
            contains_eager(Cover.post).options(joinedload(Post.unit), joinedload(Post.person)),
        )
        .where(Cover.id == cover.id)
    ).one()


def roles_with(*, post: Post | None = None, cover: Cover | None = None) -> list[RoleHeld]:
    """The roles that came with a post somebody acts up in, or with cover."""
    came = RoleHeld.post_id == post.id if post else RoleHeld.cover_id == (cover and cover.id)
    found = select(RoleHeld).where(came).order_by(RoleHeld.role, RoleHeld.started_on, RoleHeld.id)
    return list(db.session.scalars(found.limit(MOST)))


def roles_of_holder(person: Person | None) -> list[str]:
    """The roles that the holder of a post has today."""
    held_today = [held for held in person.roles_held if held.covers(today())] if person else []
    return sorted({held.role for held in held_today})


def _covers() -> Select[Cover]:
    return (
        select(Cover)
        .join(Cover.post)
        .options(
            joinedload(Cover.person),
            contains_eager(Cover.post).options(joinedload(Post.unit), joinedload(Post.person)),
        )
        .where(Cover.ended_on >= today())
        .order_by(Cover.started_on, Cover.id)
    )
