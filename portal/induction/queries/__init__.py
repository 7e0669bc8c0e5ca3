"""What the pages of induction list, and what its operations need to know first."""

from portal.induction.queries.candidates import Candidate, assessors, candidates
from portal.induction.queries.years import (
    ON_DAY,
    WAITING,
    every_induction,
    how_many,
    inductions_of,
    inductions_page,
    items_of,
    managed_by,
    next_items,
    own_induction,
    own_inductions,
    person_called,
    programmes_in_use,
    visible_inductions,
)

__all__ = [
    "ON_DAY",
    "WAITING",
    "Candidate",
    "assessors",
    "candidates",
    "every_induction",
    "how_many",
    "inductions_of",
    "inductions_page",
    "items_of",
    "managed_by",
    "next_items",
    "own_induction",
    "own_inductions",
    "person_called",
    "programmes_in_use",
    "visible_inductions",
]
