"""Feedback as pages list it: of a year, and what waits to be read before it goes on."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, false, or_, select, true
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction import giving
from portal.induction.models import Feedback, FeedbackRequest, Induction, InductionItem
from portal.induction.queries.years import assessed_by
from portal.people.asker import KEPT, asker, given
from portal.people.models import DaysAway, Person, RoleHeld

MOST_SHOWN = 60
MOST_READERS = 5
WAITING = (giving.TO_READ, giving.SAFETY)


def requests_of(induction: Induction) -> Sequence[FeedbackRequest]:
    """The links and codes that still take an answer, latest first."""
    found = (
        select(FeedbackRequest)
        .where(
            FeedbackRequest.induction_id == induction.id,
            FeedbackRequest.used_on.is_(None),
            FeedbackRequest.last_on >= today(),
        )
        .options(lazyload(FeedbackRequest.induction))
        .order_by(FeedbackRequest.asked_on.desc(), FeedbackRequest.id)
        .limit(MOST_SHOWN)
    )
    return db.session.scalars(found).all()


def feedback_of(induction: Induction) -> Sequence[Feedback]:
    """What came in, latest first."""
    found = (
        select(Feedback)
        .where(Feedback.induction_id == induction.id)
        .options(lazyload(Feedback.induction))
        .order_by(Feedback.received_on.desc(), Feedback.id)
        .limit(MOST_SHOWN)
    )
    return db.session.scalars(found).all()


def to_read(person: Person) -> Sequence[Feedback]:
    """What waits for this person to read it first, by the day by which it is to be read."""
    found = (
        select(Feedback)
        .join(Induction, Induction.id == Feedback.induction_id)
        .where(
            Feedback.organisation_id == person.organisation_id,
            Feedback.state.in_(WAITING),
            Induction.person_id != person.id,
            _reads_first(person),
        )
        .order_by(Feedback.read_by, Feedback.id)
        .limit(MOST_SHOWN)
    )
    return db.session.scalars(found).all()


def days_to_read_by(person: Person) -> Sequence[date]:
    """By when each answer that waits for this person is to be read, the first in front."""
    return db.session.scalars(_days_to_read_by(asker(person), today()), given(person)).all()


@lru_cache(KEPT)
def _days_to_read_by(person: Any, _day: date) -> Select[Any]:
    return to_read_by(person, Feedback.read_by)


def to_read_by(person: Person, *columns: Any) -> Select[Any]:
    """These columns of each answer that waits for this person, the one to read first in front."""
    return (
        select(*columns)
        .join(Induction, Induction.id == Feedback.induction_id)
        .where(
            Feedback.organisation_id == person.organisation_id,
            Feedback.state.in_(WAITING),
            Induction.person_id != person.id,
            _reads_first(person),
        )
        .order_by(Feedback.read_by)
        .limit(MOST_SHOWN)
    )


def readers_of(induction: Induction) -> list[Person]:
    """Who reads an answer first, if it comes today: whoever is there by when it is to be read."""
    coordinating = exists().where(
        RoleHeld.person_id == Person.id,
        RoleHeld.role == "coordinator",
        RoleHeld.covering(today()),
    )
    assessor_id = induction.todays_assessor_id
    found = (
        select(Person, _away(giving.read_by(today())))
        .where(
            Person.organisation_id == induction.organisation_id,
            or_(Person.id == assessor_id, coordinating),
            Person.working_here(today()),
            Person.id != induction.person_id,
        )
        .order_by(Person.id != assessor_id, Person.sort_key, Person.id)
        .limit(MOST_READERS + 1)
    )
    known = [(person, is_away) for person, is_away in db.session.execute(found).unique()]
    return giving.first_readers(
        next((person for person, _ in known if person.id == assessor_id), None),
        [person for person, _ in known if person.id != assessor_id],
        [person for person, is_away in known if is_away],
    )


def overdue(organisation_id: UUID) -> Sequence[Feedback]:
    """What nobody read by its day, and of which the coordinators have not been told."""
    found = (
        select(Feedback)
        .where(
            Feedback.organisation_id == organisation_id,
            Feedback.state == giving.TO_READ,
            Feedback.read_by < today(),
            Feedback.late_told_on.is_(None),
        )
        .order_by(Feedback.read_by, Feedback.id)
        .limit(MOST_SHOWN)
    )
    return db.session.scalars(found).all()


def _away(day: date) -> ColumnElement[bool]:
    """Whether a person is away on a day."""
    return exists().where(DaysAway.person_id == Person.id, DaysAway.covering(day))


def next_item(induction: Induction, kind: str) -> InductionItem | None:
    """The programme's feedback of this kind that is counted next."""
    found = (
        select(InductionItem)
        .where(
            InductionItem.induction_id == induction.id,
            InductionItem.kind == giving.ITEM_KINDS[kind],
            InductionItem.held_on.is_(None),
        )
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(1)
    )
    return db.session.scalar(found)


def not_counted(organisation_id: UUID | None = None) -> Sequence[Feedback]:
    """The answers of days that are over and stand in no daily count yet, here or everywhere."""
    here = [Feedback.organisation_id == organisation_id] if organisation_id else []
    found = (
        select(Feedback)
        .where(Feedback.is_counted.is_(False), Feedback.received_on < today(), *here)
        .options(lazyload(Feedback.induction))
        .order_by(Feedback.organisation_id, Feedback.received_on)
        .limit(5_000)
    )
    return db.session.scalars(found).all()


def _reads_first(person: Person) -> ColumnElement[bool]:
    if person.has_role("coordinator"):
        return true()
    if person.has_role("assessor"):
        return assessed_by(person)
    return false()
