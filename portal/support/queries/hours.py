"""What consultants gave: consultations that were held, and questions that were answered."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from portal.clock import LONDON
from portal.database import db
from portal.people.models import Person
from portal.support.hours import Given
from portal.support.models import HELD, Consultation, ConsultationSlot, Question

MOST = 20_000


def given_by(person: Person, first: date, last: date) -> list[Given]:
    """What one consultant gave between two days."""
    return _given(
        first, last, ConsultationSlot.consultant_id == person.id,
        Question.consultant_id == person.id,
    )  # fmt: skip


def given_here(organisation_id: UUID, first: date, last: date) -> list[Given]:
    """What all consultants of an organisation gave between two days."""
    return _given(
        first, last, ConsultationSlot.organisation_id == organisation_id,
        Question.organisation_id == organisation_id,
    )  # fmt: skip


def _given(
    first: date, last: date, of_slot: ColumnElement[bool], of_question: ColumnElement[bool]
) -> list[Given]:
    slot = ConsultationSlot
    held: Any = (
        select(slot.meets_on, Consultation.kind, slot.minutes, Consultation.booker_id)
        .join(slot, slot.id == Consultation.slot_id)
        .where(of_slot, Consultation.state == HELD, slot.meets_on.between(first, last))
        .order_by(slot.meets_on, Consultation.id)
        .limit(MOST)
    )
    answered: Any = (
        select(Question.answered_at, Question.kind, Question.minutes, Question.asker_id)
        .where(of_question, Question.answered_at.is_not(None))
        .where(Question.last_written_on >= first)
        .order_by(Question.answered_at, Question.id)
        .limit(MOST)
    )
    found = [Given(day, kind, m, True, who) for day, kind, m, who in db.session.execute(held)]
    for moment, kind, minutes, who in db.session.execute(answered):
        day = moment.astimezone(LONDON).date()
        if first <= day <= last:
            found.append(Given(day, kind, minutes, False, who))
    return found
