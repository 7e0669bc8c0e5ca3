"""Who may see and change what of an induction year."""

from portal.induction.policies.years import (
    OWN_ITEMS,
    accompanies,
    book_item,
    correct_item,
    enrol,
    programmes,
    record_item_held,
    see_induction,
    see_inductions,
    see_my_year,
)

__all__ = [
    "OWN_ITEMS",
    "accompanies",
    "book_item",
    "correct_item",
    "enrol",
    "programmes",
    "record_item_held",
    "see_induction",
    "see_inductions",
    "see_my_year",
]
