"""The pages of coaching and mentoring."""

from portal.mentoring.views import (
    agreements,
    conflicts,
    files,
    hours,
    notes,
    pairings,
    planned,
    proposals,
    scheme,
    sessions,
    supervision,
    supporting,
)
from portal.mentoring.views.blueprint import mentoring

__all__ = [
    "agreements",
    "conflicts",
    "files",
    "hours",
    "mentoring",
    "notes",
    "pairings",
    "planned",
    "proposals",
    "scheme",
    "sessions",
    "supervision",
    "supporting",
]
