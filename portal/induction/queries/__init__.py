"""What the pages of induction list, and what its operations need to know first."""

from portal.induction.queries.agreements import agreements_of, known_of, manager_of
from portal.induction.queries.board import (
    Choices,
    board_choices,
    board_page,
    every_year_sought,
    how_many_sought,
    waiting_on,
)
from portal.induction.queries.candidates import Candidate, assessors, candidates
from portal.induction.queries.changes import (
    away_in,
    away_of,
    changes_of,
    changes_page,
    coordinators,
    every_change,
    waiting_change,
)
from portal.induction.queries.cohort import Starting, ready, starting
from portal.induction.queries.signatures import signatures_of, signatures_on, text_with
from portal.induction.queries.years import (
    ON_DAY,
    WAITING,
    assessed_by,
    how_many,
    inductions_of,
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
    "Choices",
    "Starting",
    "agreements_of",
    "assessed_by",
    "assessors",
    "away_in",
    "away_of",
    "board_choices",
    "board_page",
    "candidates",
    "changes_of",
    "changes_page",
    "coordinators",
    "every_change",
    "every_year_sought",
    "how_many",
    "how_many_sought",
    "inductions_of",
    "items_of",
    "known_of",
    "managed_by",
    "manager_of",
    "next_items",
    "own_induction",
    "own_inductions",
    "person_called",
    "programmes_in_use",
    "ready",
    "signatures_of",
    "signatures_on",
    "starting",
    "text_with",
    "visible_inductions",
    "waiting_change",
    "waiting_on",
]
