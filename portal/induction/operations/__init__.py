"""What people do with induction years, each deed by its noun."""

from portal.induction.operations.changes import (
    agree_to_change,
    bounds_of,
    moves_with,
    name_return,
    objection,
    propose_change,
    the_four,
    withdraw_change,
    write_agreement_down,
)
from portal.induction.operations.dating import follow_days_away, redate, terms_of
from portal.induction.operations.endings import (
    end_induction,
    note_earlier_items,
    reopen_induction,
    set_probation,
)
from portal.induction.operations.enrolling import Entrant, enrol, enrol_each
from portal.induction.operations.items import book_item, correct_item, record_item_held

__all__ = [
    "Entrant",
    "agree_to_change",
    "book_item",
    "bounds_of",
    "correct_item",
    "end_induction",
    "enrol",
    "enrol_each",
    "follow_days_away",
    "moves_with",
    "name_return",
    "note_earlier_items",
    "objection",
    "propose_change",
    "record_item_held",
    "redate",
    "reopen_induction",
    "set_probation",
    "terms_of",
    "the_four",
    "withdraw_change",
    "write_agreement_down",
]
