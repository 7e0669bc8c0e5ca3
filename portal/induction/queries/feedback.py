"""Feedback as pages list it: of a year, and what waits to be read before it goes on."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, select, true
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction import giving
from portal.induction.models import Feedback, FeedbackRequest, Induction, InductionItem
from portal.induction.queries.years import assessed_by
from portal.people.models import Person, RoleHeld

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


def days_to_read(person: Person) -> Sequence[date]:
    """By when each answer that waits for this person is to be read, soonest first."""
    found = (
        select(Feedback.read_by)
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
    return db.session.scalars(found).all()


def readers_of(induction: Induction) -> Sequence[Person]:
    """Who reads an answer first: the assessor; where there is none, the coordinators."""
    if induction.assessor is not None and induction.assessor.is_active:
        return [induction.assessor]
    coordinators = (
        select(Person)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(
            RoleHeld.organisation_id == induction.organisation_id,
            RoleHeld.role == "coordinator",
            RoleHeld.started_on <= today(),
            func.coalesce(RoleHeld.ended_on, today()) >= today(),
            Person.working_here(today()),
            Person.id != induction.person_id,
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_READERS)
    )
    return db.session.scalars(coordinators).all()


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
