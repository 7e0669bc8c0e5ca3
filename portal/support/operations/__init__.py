"""Deeds of consultant support."""

from portal.support.operations.answers import (
    TextChangedError,
    agree_to_answer,
    change_answer,
    propose_answer,
    withdraw_answer,
)
from portal.support.operations.questions import (
    AwayError,
    NotTheirsError,
    answer_question,
    ask_question,
    close_question,
    follow_up,
    hand_over_question,
    offer,
    take_question,
    thank,
)
from portal.support.operations.slots import (
    Opened,
    SlotNotFreeError,
    SlotNotPossibleError,
    book_slot,
    cancel_consultation,
    hold_consultation,
    open_slots,
    withdraw_slot,
)
from portal.support.operations.tending import close_rested, delete_words, offer_questions

__all__ = [
    "AwayError",
    "NotTheirsError",
    "Opened",
    "SlotNotFreeError",
    "SlotNotPossibleError",
    "TextChangedError",
    "agree_to_answer",
    "answer_question",
    "ask_question",
    "book_slot",
    "cancel_consultation",
    "change_answer",
    "close_question",
    "close_rested",
    "delete_words",
    "follow_up",
    "hand_over_question",
    "hold_consultation",
    "offer",
    "offer_questions",
    "open_slots",
    "propose_answer",
    "take_question",
    "thank",
    "withdraw_answer",
    "withdraw_slot",
]
