"""Acting up and secondments: a second post with a last day, and the roles that go with it."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.people import notices as sentences
from portal.people import queries
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.operations.endings import end_cover_of
from portal.people.operations.refusals import MANAGER_BY_ANOTHER
from portal.people.operations.roles import lend_roles, move_roles, roles_to_lend
from portal.people.operations.standing_in import end_now, refuse
from portal.people.posts import standing_in


def act_up(
    person: Person,
    by: Person,
    *,
    unit: Unit,
    job_title: str,
    basis: str,
    started_on: date,
    ended_on: date,
    manager_id: UUID | None = None,
    roles: Collection[str] = (),
) -> Post:
    """Give a person a second post until a day, with its roles; their own post stays.

    Raises `NotPossibleError`, and `RoleOverlapError` where they hold such a role already.
    """
    span = standing_in.Span(started_on, ended_on)
    refuse(
        standing_in.objection_to_days(span, today())
        or standing_in.objection_to_person(person.name, person.left_on, span, today())
        or ("Nobody is their own manager" if manager_id == person.id else "")
        or (MANAGER_BY_ANOTHER if manager_id == by.id else "")
    )
    lent = roles_to_lend(person, by, roles, span)
    post = Post(
        id=uuid4(), organisation_id=person.organisation_id, person_id=person.id, person=person,
        unit_id=unit.id, unit=unit, job_title=job_title, basis=basis, manager_id=manager_id,
        started_on=started_on, ended_on=ended_on, began_on=started_on,
    )  # fmt: skip
    db.session.add(post)
    db.session.flush()
    audit.record(by, "people.acting_up_begun", post, person=str(person.id), basis=basis,
                 start=started_on.isoformat(), end=ended_on.isoformat())  # fmt: skip
    lend_roles(lent, by, post_id=post.id)
    notices.tell(person, sentences.acts_up(post, roles), link=f"/people/{person.id}", about=post)
    return post


def change_acting_up(
    post: Post, by: Person, *, ended_on: date, roles: Sequence[RoleHeld] | None = None
) -> bool:
    """Let acting up last until another day, together with its roles; False when nothing changes.

    Raises `NotPossibleError`, and `RoleOverlapError` where such a role is held later already.
    """
    span, person = standing_in.Span(post.started_on, ended_on), _holder(post)
    post = queries.whole_post(post)
    refuse(
        standing_in.objection_to_days(span, today())
        or standing_in.objection_to_person(person.name, person.left_on, span, today())
    )
    was = post.ended_on
    if was == ended_on:
        return False
    came_with = queries.roles_with(post=post) if roles is None else roles
    move_roles(came_with, by, was=was, ended_on=ended_on)
    post.ended_on = ended_on
    audit.record(by, "people.acting_up_changed", post, was=was.isoformat() if was else None,
                 end=ended_on.isoformat())  # fmt: skip
    notices.tell(person, sentences.acting_moved(post), link=f"/people/{person.id}", about=post)
    return True


def end_acting_up(post: Post, by: Person) -> None:
    """End acting up from now on, with its roles; one that began today or later is taken back."""
    if post.ended_on is not None and post.ended_on < today():
        return
    post, person = queries.whole_post(post), _holder(post)
    said = sentences.acting_over(post)
    end_cover_of(post, by, last_on=today() - timedelta(days=1))
    end_now("people.acting_up_ended", post, queries.roles_with(post=post), by)
    notices.tell(person, said, link=f"/people/{person.id}")


def _holder(post: Post) -> Person:
    assert post.person_id is not None
    return db.session.get_one(Person, post.person_id)
