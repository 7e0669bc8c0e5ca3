"""What is to be done around first days: of one year, and of all that is somebody's to do."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import joinedload, lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import FirstWeeksAnswer, FirstWeeksTask, Induction
from portal.induction.queries.years import assessed_by, managed_by
from portal.people.models import Person
from portal.web.lists import Page, page_of, pages_of

MOST_TASKS = 100
BY_DAY = [FirstWeeksTask.due_on, FirstWeeksTask.id]


def tasks_of(induction: Induction) -> list[FirstWeeksTask]:
    """Every task of one year, by day."""
    found = (
        select(FirstWeeksTask)
        .where(FirstWeeksTask.induction_id == induction.id)
        .options(lazyload(FirstWeeksTask.induction), joinedload(FirstWeeksTask.recorded_by))
        .order_by(FirstWeeksTask.due_on, FirstWeeksTask.position)
        .limit(MOST_TASKS)
    )
    return list(db.session.scalars(found))


def own_of(induction: Induction) -> Sequence[Row[str, date]]:
    """Title and day of what the person who starts does themselves and has not done, by day."""
    found = (
        select(FirstWeeksTask.title, FirstWeeksTask.due_on)
        .where(
            FirstWeeksTask.induction_id == induction.id,
            FirstWeeksTask.owner == "nqsw",
            FirstWeeksTask.done_on.is_(None),
            FirstWeeksTask.is_known,
        )
        .order_by(FirstWeeksTask.due_on, FirstWeeksTask.position)
        .limit(MOST_TASKS)
    )
    return db.session.execute(found).all()


def answer_of(induction_id: UUID) -> FirstWeeksAnswer | None:
    """What the person said after six weeks, if they did."""
    found = select(FirstWeeksAnswer).where(FirstWeeksAnswer.induction_id == induction_id)
    return db.session.scalar(found)


def my_tasks_page(person: Person, after: str | None = None) -> Page:
    """What is this person's to do around first days, by day, a page at a time."""
    return page_of(_mine(person), keys=BY_DAY, after=after)


def every_task_of_mine(person: Person) -> Iterator[Page]:
    """All that `my_tasks_page` shows a page of, for a file."""
    return pages_of(_mine(person), keys=BY_DAY)


def days_of_mine(person: Person) -> Sequence[date]:
    """The days of what is this person's to do around first days, the first of them in order."""
    return db.session.scalars(first_of_mine(person, FirstWeeksTask.due_on)).all()


def first_of_mine(person: Person, *columns: Any) -> Select[Any]:
    """These columns of what is this person's to do around first days, the first in order."""
    found = _open(select(*columns).select_from(FirstWeeksTask), person)
    return found.order_by(FirstWeeksTask.due_on).limit(MOST_TASKS)


def _mine(person: Person) -> Select[FirstWeeksTask]:
    return (
        _open(select(FirstWeeksTask), person)
        .options(joinedload(FirstWeeksTask.induction).lazyload(Induction.posts))
        .order_by(FirstWeeksTask.due_on, FirstWeeksTask.id)
    )


def _open(chosen: Select[Any], person: Person) -> Select[Any]:
    """The list that `policies.record_task` agrees with, but for what is only in one's power.

    The coordinator may tick for others, and finds here what is the coordinator's own to do.
    """
    open_ended = or_(Induction.ended_on.is_(None), Induction.ended_on >= today())
    return chosen.join(Induction, Induction.id == FirstWeeksTask.induction_id).where(
        FirstWeeksTask.organisation_id == person.organisation_id,
        FirstWeeksTask.done_on.is_(None),
        FirstWeeksTask.is_known,
        Induction.person_id != person.id,
        open_ended,
        or_(*_owned(person)),
    )


def _owned(person: Person) -> Iterator[ColumnElement[bool]]:
    owner = FirstWeeksTask.owner
    yield and_(owner.in_(("manager", "it", "coach")), managed_by(person))
    yield and_(owner == "assessor", assessed_by(person))
    if person.has_role("hr"):
        yield owner.in_(("hr", "it"))
    if person.has_role("coordinator"):
        yield owner == "coordinator"
