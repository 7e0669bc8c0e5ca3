"""What people do with induction years, each deed by its noun."""

from portal.induction.operations.enrolling import Entrant, enrol, enrol_each
from portal.induction.operations.items import book_item, correct_item, record_item_held

__all__ = [
    "Entrant",
    "book_item",
    "correct_item",
    "enrol",
    "enrol_each",
    "record_item_held",
]
