"""What pages of career pathways list."""

from portal.pathways.queries.applications import applications_to
from portal.pathways.queries.panels import (
    coming_panels,
    every_panel,
    letter_texts,
    may_sit,
    paid_from,
    panel_on,
    panels_page,
    pay_rule,
    places_taken,
    sitting,
)
from portal.pathways.queries.standing import (
    HeldPost,
    job_titles,
    people_at,
    posts_at,
    posts_of,
    tallies,
    vacancies_at,
)

__all__ = [
    "HeldPost",
    "applications_to",
    "coming_panels",
    "every_panel",
    "job_titles",
    "letter_texts",
    "may_sit",
    "paid_from",
    "panel_on",
    "panels_page",
    "pay_rule",
    "people_at",
    "places_taken",
    "posts_at",
    "posts_of",
    "sitting",
    "tallies",
    "vacancies_at",
]
