"""The pages of coaching and mentoring."""

from portal.mentoring.views import (
    agreements,
    files,
    notes,
    pairings,
    proposals,
    sessions,
    supervision,
    supporting,
)
from portal.mentoring.views.blueprint import mentoring

__all__ = [
    "agreements",
    "files",
    "mentoring",
    "notes",
    "pairings",
    "proposals",
    "sessions",
    "supervision",
    "supporting",
]
