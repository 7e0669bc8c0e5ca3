"""What pages of career pathways list."""

from portal.pathways.queries.applications import (
    PackItem,
    applications_page,
    applications_to,
    every_application,
    items_of,
    open_application_of,
    pack_of,
    pickable,
    picked_for,
)
from portal.pathways.queries.deciding import (
    counted_sheets,
    sheet_of,
    table_of,
    who_progresses,
)
from portal.pathways.queries.eligibility import (
    Candidates,
    coming_until,
    people_by_id,
    who_applied,
)
from portal.pathways.queries.equity import decided_between
from portal.pathways.queries.leave import (
    absences,
    counted_at,
    leave_rule,
    leave_rules,
)
from portal.pathways.queries.panels import (
    coming_panels,
    every_panel,
    letter_texts,
    may_sit,
    paid_from,
    panel_known,
    panel_on,
    panels_page,
    pay_rule,
    places_taken,
    sitting,
)
from portal.pathways.queries.showing import facts_of, statement_of
from portal.pathways.queries.standing import (
    HeldPost,
    job_titles,
    people_at,
    posts_at,
    posts_of,
    tallies,
    vacancies_at,
)
from portal.pathways.queries.waiting import (
    Waiting,
    appeals_waiting,
    waiting_for,
)

__all__ = [
    "Candidates",
    "HeldPost",
    "PackItem",
    "Waiting",
    "absences",
    "appeals_waiting",
    "applications_page",
    "applications_to",
    "coming_panels",
    "coming_until",
    "counted_at",
    "counted_sheets",
    "decided_between",
    "every_application",
    "every_panel",
    "facts_of",
    "items_of",
    "job_titles",
    "leave_rule",
    "leave_rules",
    "letter_texts",
    "may_sit",
    "open_application_of",
    "pack_of",
    "paid_from",
    "panel_known",
    "panel_on",
    "panels_page",
    "pay_rule",
    "people_at",
    "people_by_id",
    "pickable",
    "picked_for",
    "places_taken",
    "posts_at",
    "posts_of",
    "sheet_of",
    "sitting",
    "statement_of",
    "table_of",
    "tallies",
    "vacancies_at",
    "waiting_for",
    "who_applied",
    "who_progresses",
]
