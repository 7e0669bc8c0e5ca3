"""What of consultant support concerns somebody, asked once for a home page."""

from typing import NamedTuple

from sqlalchemy import exists, or_, select

from portal.database import db
from portal.people.models import Person
from portal.support.models import BOOKED, Consultation, ConsultationSlot, Question, SharedAnswer


class Concerns(NamedTuple):
    """Whether somebody is one of the two of anything that is open, by what it is."""

    consultations: bool
    questions: bool


def concerns(person: Person) -> Concerns:
    """Whether this person has a booked consultation, or an open question or text."""
    me = person.id
    slots = select(ConsultationSlot.id).where(ConsultationSlot.consultant_id == me)
    either = or_(Consultation.booker_id == me, Consultation.slot_id.in_(slots))
    mine = or_(Question.asker_id == me, Question.consultant_id == me)
    proposed = exists().where(
        SharedAnswer.question_id == Question.id,
        SharedAnswer.published_at.is_(None),
        SharedAnswer.withdrawn_at.is_(None),
    )
    asked = select(
        exists().where(Consultation.state == BOOKED, either),
        exists().where(or_(Question.closed_at.is_(None), proposed), mine),
    )
    return Concerns(*db.session.execute(asked).one())
