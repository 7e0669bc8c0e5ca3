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
from portal.induction.queries.first_weeks import (
    answer_of,
    every_task_of_mine,
    my_tasks_page,
    tasks_of,
)
from portal.induction.queries.handovers import hand_overs_of, is_mentor_of
from portal.induction.queries.next_years import plan_to_go_on_with, wish_of, years_of
from portal.induction.queries.programme_moves import waiting_move
from portal.induction.queries.programmes import (
    choice_of,
    choices,
    draft_of,
    latest_number,
    offered,
    offered_as,
    own_programmes,
    programmes_in_use,
    usual,
)
from portal.induction.queries.reviews import (
    facts_of_review,
    reopenings_of,
    review_items,
    review_of,
    reviews_of,
)
from portal.induction.queries.signatures import signatures_of, signatures_on, text_with
from portal.induction.queries.support_plans import support_plans_of, supporters
from portal.induction.queries.writing import (
    colleagues_here,
    likely_readers,
    to_write_of,
)
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
    visible_inductions,
)

__all__ = [
    "ON_DAY",
    "WAITING",
    "Candidate",
    "Choices",
    "Starting",
    "agreements_of",
    "answer_of",
    "assessed_by",
    "assessors",
    "away_in",
    "away_of",
    "board_choices",
    "board_page",
    "candidates",
    "changes_of",
    "changes_page",
    "choice_of",
    "choices",
    "colleagues_here",
    "coordinators",
    "draft_of",
    "every_change",
    "every_task_of_mine",
    "every_year_sought",
    "facts_of_review",
    "hand_overs_of",
    "how_many",
    "how_many_sought",
    "inductions_of",
    "is_mentor_of",
    "items_of",
    "known_of",
    "latest_number",
    "likely_readers",
    "managed_by",
    "manager_of",
    "my_tasks_page",
    "next_items",
    "offered",
    "offered_as",
    "own_induction",
    "own_inductions",
    "own_programmes",
    "person_called",
    "plan_to_go_on_with",
    "programmes_in_use",
    "ready",
    "reopenings_of",
    "review_items",
    "review_of",
    "reviews_of",
    "signatures_of",
    "signatures_on",
    "starting",
    "support_plans_of",
    "supporters",
    "tasks_of",
    "text_with",
    "to_write_of",
    "usual",
    "visible_inductions",
    "waiting_move",
    "waiting_change",
    "waiting_on",
    "wish_of",
    "years_of",
]
