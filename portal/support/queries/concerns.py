"""What of consultant support concerns somebody, asked once for a home page."""

from typing import Any, NamedTuple

from sqlalchemy import exists, func, literal, or_, select

from portal.database import db
from portal.people.models import Person
from portal.support.models import BOOKED, Consultation, Question, SharedAnswer
from portal.support.queries.questions import waiting_here
from portal.support.queries.slots import by_or_with


class Concerns(NamedTuple):
    """Whether somebody is one of the two of anything that is open, and for a consultant more.

    `waiting` is how many questions any consultant may take, but for one's own.
    """

    consultations: bool
    questions: bool
    waiting: int


def concerns(person: Person) -> Concerns:
    """Whether this person has a booked consultation, or an open question or text."""
    me = person.id
    mine = or_(Question.asker_id == me, Question.consultant_id == me)
    proposed = exists().where(
        SharedAnswer.question_id == Question.id,
        SharedAnswer.published_at.is_(None),
        SharedAnswer.withdrawn_at.is_(None),
    )
    asked = select(
        exists().where(Consultation.state == BOOKED, by_or_with(person)),
        exists().where(or_(Question.closed_at.is_(None), proposed), mine),
        _number_waiting(person),
    )
    return Concerns(*db.session.execute(asked).one())


def _number_waiting(person: Person) -> Any:
    if not person.has_role("consultant"):
        return literal(0)
    waiting = waiting_here(person.organisation_id, person.id)
    return waiting.with_only_columns(func.count(Question.id)).scalar_subquery()
