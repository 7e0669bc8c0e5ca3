"""The pages of coaching and mentoring."""

from portal.mentoring.views import (
    agreements,
    conflicts,
    files,
    groups,
    hours,
    know_how,
    notes,
    pairings,
    pauses,
    planned,
    proposals,
    scheme,
    sessions,
    supervision,
    supporting,
    team_aims,
    teams,
)
from portal.mentoring.views.blueprint import mentoring

__all__ = [
    "agreements",
    "conflicts",
    "files",
    "groups",
    "hours",
    "know_how",
    "mentoring",
    "notes",
    "pairings",
    "pauses",
    "planned",
    "proposals",
    "scheme",
    "sessions",
    "supervision",
    "supporting",
    "team_aims",
    "teams",
]
