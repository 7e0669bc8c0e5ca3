"""Consultation slots and who booked them; questions to consultants, and answers."""

from portal.support.models.answers import SharedAnswer
from portal.support.models.questions import (
    ANSWERED,
    ASKED,
    FOLLOWED_UP,
    Question,
    QuestionWords,
)
from portal.support.models.slots import (
    BOOKED,
    CANCELLED,
    HELD,
    Consultation,
    ConsultationSlot,
)

__all__ = [
    "ANSWERED",
    "ASKED",
    "BOOKED",
    "CANCELLED",
    "FOLLOWED_UP",
    "HELD",
    "Consultation",
    "ConsultationSlot",
    "Question",
    "QuestionWords",
    "SharedAnswer",
]
