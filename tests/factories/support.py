"""Consultation slots and bookings for tests, as a consultant and a colleague make them."""

from datetime import date, time
from typing import Any

from portal.database import db
from portal.people.models import Person
from portal.support import operations
from portal.support.models import Consultation, ConsultationSlot, Question, SharedAnswer

THURSDAY = date(2026, 12, 3)


def a_slot(person: Person, **facts: Any) -> ConsultationSlot:
    """Half an hour with this consultant by phone, on Thursday 3 December 2026 at 14:00."""
    told = {"meets_on": THURSDAY, "from_time": time(14), "minutes": 30, **facts}
    slot = ConsultationSlot(
        organisation_id=person.organisation_id, consultant_id=person.id, consultant=person, **told
    )
    db.session.add(slot)
    db.session.flush()
    return slot


def a_consultation(slot: ConsultationSlot, by: Person, kind: str = "court-work") -> Consultation:
    """Somebody has booked the slot."""
    return operations.book_slot(by, slot, kind)


def a_question(by: Person, to: Person | None = None, **facts: Any) -> Question:
    """Somebody asks a consultant, or any of them, about court work within five working days."""
    told = {"kind": "court-work", "urgency": "five-days", "words": "What comes first?", **facts}
    return operations.ask_question(by, consultant=to, **told)


def taken_by(person: Person, question: Question) -> Question:
    """A consultant has taken it."""
    operations.take_question(person, question)
    return question


def answered_by(person: Person, question: Question, words: str = "Begin at the end.") -> Question:
    """The consultant has taken and answered it."""
    taken_by(person, question)
    operations.answer_question(person, question, words=words, minutes=15)
    return question


def a_shared_answer(question: Question, asked: str, answered: str) -> SharedAnswer:
    """The consultant who has a question proposes a text of it."""
    assert question.consultant is not None
    return operations.propose_answer(
        question.consultant, question, asked=asked, answered=answered, was_checked=False
    )
