"""Cover: somebody does the work of a post for some days, with the roles its holder lends."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import uuid4

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.people import notices as sentences
from portal.people import queries
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.operations.roles import lend_roles, move_roles, roles_to_lend
from portal.people.operations.standing_in import end_now, refuse
from portal.people.posts import standing_in


def arrange_cover(
    post: Post,
    by: Person,
    *,
    person: Person,
    started_on: date,
    ended_on: date,
    roles: Collection[str] = (),
) -> Cover:
    """Let a person do the work of a post until a day, and tell them and its holder.

    Raises `NotPossibleError`, and `RoleOverlapError` where they hold such a role already.
    """
    post = queries.whole_post(post)
    span = standing_in.Span(started_on, ended_on)
    refuse(_objection(post, by, person, span))
    lent = roles_to_lend(person, by, roles, span)
    cover = Cover(
        id=uuid4(), organisation_id=post.organisation_id, person_id=person.id, person=person,
        post_id=post.id, post=post, started_on=started_on, ended_on=ended_on,
    )  # fmt: skip
    db.session.add(cover)
    db.session.flush()
    audit.record(by, "people.cover_arranged", cover, person=str(person.id), post=str(post.id),
                 start=started_on.isoformat(), end=ended_on.isoformat())  # fmt: skip
    lend_roles(lent, by, cover_id=cover.id)
    notices.tell(person, sentences.covers(cover, roles), link=f"/people/{person.id}", about=cover)
    _tell_holder(by, cover, sentences.is_covered(cover))
    return cover


def change_cover(
    cover: Cover, by: Person, *, ended_on: date, roles: Sequence[RoleHeld] | None = None
) -> bool:
    """Let cover last until another day, together with its roles; False when nothing changes.

    Raises `NotPossibleError`, and `RoleOverlapError` where such a role is held later already.
    """
    cover = queries.whole_cover(cover)
    was = cover.ended_on
    if was == ended_on:
        return False
    span = standing_in.Span(cover.started_on, ended_on)
    refuse(_objection(cover.post, by, cover.person, span, but=cover))
    came_with = queries.roles_with(cover=cover) if roles is None else roles
    move_roles(came_with, by, was=was, ended_on=ended_on)
    cover.ended_on = ended_on
    audit.record(by, "people.cover_changed", cover, was=was.isoformat() if was else None,
                 end=ended_on.isoformat())  # fmt: skip
    _tell_both(by, cover, sentences.cover_moved(cover))
    return True


def end_cover(cover: Cover, by: Person) -> None:
    """End cover from now on, with its roles; cover that began today or later is taken back."""
    if cover.ended_on is not None and cover.ended_on < today():
        return
    cover = queries.whole_cover(cover)
    _tell_both(by, cover, sentences.cover_over(cover))
    end_now("people.cover_ended", cover, queries.roles_with(cover=cover), by)


def _objection(
    post: Post, by: Person, person: Person, span: standing_in.Span, *, but: Cover | None = None
) -> str:
    """Why this person cannot cover this post on these days, or nothing."""
    if person.id == post.person_id:
        return f"{person.name} holds this post. Choose somebody else to cover it"
    if person.id == by.id:
        return "You cannot give cover to yourself. Ask another colleague in HR or an administrator"
    others = [
        standing_in.Covering(other.person.name, other.started_on, other.ended_on)
        for other in queries.covers_of(post)
        if other is not but
    ]
    return (
        standing_in.objection_to_days(span, today())
        or standing_in.objection_to_person(person.name, person.left_on, span, today())
        or standing_in.objection_to_post(post, span)
        or standing_in.objection_to_overlap(span, others)
    )


def _tell_both(by: Person, cover: Cover, sentence: str) -> None:
    notices.tell(cover.person, sentence, link=f"/people/{cover.person_id}", about=cover)
    _tell_holder(by, cover, sentence)


def _tell_holder(by: Person, cover: Cover, sentence: str) -> None:
    """Tell whoever holds the post, unless they arranged it themself."""
    holder = cover.post.person
    if holder is not None and holder.id != by.id:
        notices.tell(holder, sentence, link=f"/people/{holder.id}", about=cover)
