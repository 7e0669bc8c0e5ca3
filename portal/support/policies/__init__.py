"""Who may do what with consultants, their slots, and questions to them."""

from portal.support.policies.answers import (
    agree_to_answer,
    change_answer,
    propose_answer,
    see_answers,
    see_shared_answer,
    withdraw_answer,
)
from portal.support.policies.hours import WITH_TOTALS, see_hours
from portal.support.policies.questions import (
    answer_question,
    ask_question,
    close_question,
    follow_up,
    hand_over_question,
    see_my_questions,
    see_question,
    see_queue,
    take_question,
    thank,
)
from portal.support.policies.slots import (
    book_slot,
    cancel_consultation,
    hold_consultation,
    open_slots,
    see_consultant,
    see_consultants,
    see_consultation,
    see_consultations,
    withdraw_slot,
)

__all__ = [
    "WITH_TOTALS",
    "agree_to_answer",
    "answer_question",
    "ask_question",
    "book_slot",
    "cancel_consultation",
    "change_answer",
    "close_question",
    "follow_up",
    "hand_over_question",
    "hold_consultation",
    "open_slots",
    "propose_answer",
    "see_answers",
    "see_consultant",
    "see_consultants",
    "see_consultation",
    "see_consultations",
    "see_hours",
    "see_my_questions",
    "see_question",
    "see_queue",
    "see_shared_answer",
    "take_question",
    "thank",
    "withdraw_answer",
    "withdraw_slot",
]
