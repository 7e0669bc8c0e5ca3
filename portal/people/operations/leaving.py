"""Somebody leaves on a day, stays after all, or comes back."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from portal import audit
from portal.clock import today
from portal.database import db
from portal.people.models import Cover, Leaving, Person, Post, RoleHeld
from portal.people.operations.endings import Row, end_rows, end_with, forget_with
from portal.people.operations.posts import leave_vacant, take_up
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.posts import objections
from portal.people.queries.administrators import is_last_administrator
from portal.people.queries.leaving import leaving_of
from portal.people.queries.posts import MOST_POSTS
from portal.web import days

# Everything of somebody's that ends on their last day.
THEIRS: tuple[Any, ...] = (Post, RoleHeld, Cover)


class LeavingRefusedError(ValueError):
    """They cannot leave on that day; the message says what to do first."""


def leave(person: Person, by: Person, *, last_on: date, leaves_vacancies: bool = False) -> None:
    """Let a person leave after their last day: posts, roles and cover end then, and so does access.

    What had a last day before keeps it in the `Leaving`, so that it can be undone until then.
    Raises `LeavingRefusedError`.
    """
    if is_last_administrator(person):
        raise LeavingRefusedError(
            f"{person.name} is the last administrator. Make somebody else an administrator first"
        )
    _undo(person, by)
    theirs = _lasting(person, last_on)
    _refuse(person, theirs, last_on)
    ending = [row for row in theirs if row.started_on <= last_on]
    leaving = Leaving(
        organisation_id=person.organisation_id,
        person_id=person.id,
        last_on=last_on,
        decided_by_id=by.id,
        ended=_former(ending),
        vacancies=[],
    )
    facts = {"end": last_on.isoformat(), "rows": len(theirs)}
    with_them = {row: last_on for row in theirs if not isinstance(row, Post)}
    end_with(by, with_them, because=[("people.person_left", person, facts)])
    end_rows({row: last_on for row in theirs if isinstance(row, Post)})
    person.left_on = last_on
    if leaves_vacancies:
        held = [row for row in ending if isinstance(row, Post) and not row.basis]
        leaving.vacancies = [str(leave_vacant(post, by).id) for post in held]
    db.session.add(leaving)
    db.session.flush()


def stay(person: Person, by: Person) -> bool:
    """Undo a leaving whose day is not over; False when only the day itself could be undone.

    Posts, roles and cover last as long as they did before. A leaving that came with a staff list
    does not say how long that was: its posts stay ended, and are to be corrected.
    """
    restored = _undo(person, by)
    person.left_on = None
    db.session.flush()
    audit.record(by, "people.person_stayed", person)
    return restored


def bring_back(person: Person, by: Person, *, started_on: date, **terms: Any) -> Post:
    """Let somebody who left come back, to a new post; what was before stays as it was.

    Their roles have ended and are to be given anew. Raises `AnswerRefusedError`.
    """
    left = person.left_on
    if left is not None and started_on <= left:
        said = f"Their last day was {days.short(left)}. Choose a later day"
        raise AnswerRefusedError("started_on", said)
    leaving = leaving_of(person)
    with db.session.no_autoflush:
        person.left_on = None
        post = take_up(person, by, started_on=started_on, **terms)
    if leaving is not None:
        db.session.delete(leaving)
    audit.record(by, "people.person_returned", person, start=started_on.isoformat())
    return post


def _refuse(person: Person, theirs: list[Row], last_on: date) -> None:
    said = objections.objection_to_day(last_on, today())
    if said:
        raise LeavingRefusedError(said)
    later = [row for row in theirs if isinstance(row, Post) and row.started_on > last_on]
    if later:
        first = days.short(min(post.started_on for post in later))
        raise LeavingRefusedError(
            f"{person.name} has a post from {first}, after that day. Choose a later day, or take "
            "that post back first"
        )


def _lasting(person: Person, last_on: date) -> list[Row]:
    """What of theirs goes on after a day, or begins then."""
    found: list[Row] = []
    for model in THEIRS:
        own: Any = model.person_id == person.id
        after = or_(model.ended_on.is_(None), model.ended_on > last_on)
        found += db.session.scalars(select(model).where(own, after).limit(MOST_POSTS)).all()
    return found


def _former(ending: list[Row]) -> dict[str, dict[str, str | None]]:
    """By table, the last day that each of these had before."""
    former: dict[str, dict[str, str | None]] = {}
    for row in ending:
        of_table = former.setdefault(row.__tablename__, {})
        of_table[str(row.id)] = row.ended_on.isoformat() if row.ended_on else None
    return former


def _undo(person: Person, by: Person) -> bool:
    """Let everything last as it did before the leaving; False when nothing is known of that."""
    leaving = leaving_of(person)
    if leaving is None:
        return False
    for model in THEIRS:
        former = leaving.ended.get(model.__tablename__, {})
        mine = select(model).where(model.id.in_([UUID(row_id) for row_id in former]))
        for row in db.session.scalars(mine.limit(MOST_POSTS)):
            before = former[str(row.id)]
            if row.ended_on == leaving.last_on:
                row.ended_on = date.fromisoformat(before) if before else None
    vacant = select(Post).where(
        Post.id.in_([UUID(row_id) for row_id in leaving.vacancies]), Post.person_id.is_(None)
    )
    for post in db.session.scalars(vacant.limit(MOST_POSTS)).all():
        forget_with(post, by)
        db.session.delete(post)
    db.session.delete(leaving)
    db.session.flush()
    return True
