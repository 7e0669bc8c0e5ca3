"""Pairings, the sessions of every kind, what a pair keeps for itself, and who attended groups."""

from portal.mentoring.models.agreements import PairAgreement
from portal.mentoring.models.notes import AgreedAction, SessionNote
from portal.mentoring.models.pairings import COACHING, KINDS, MENTORING, Pairing
from portal.mentoring.models.sessions import (
    GROUP,
    HAVE_NOTES,
    HELD,
    IN_PERSON,
    MEDIA,
    MISSED,
    MOVED,
    PLANNED,
    SESSION_KINDS,
    STATES,
    SUPERVISION,
    Attendance,
    Session,
)

__all__ = [
    "COACHING",
    "GROUP",
    "HAVE_NOTES",
    "HELD",
    "IN_PERSON",
    "KINDS",
    "MEDIA",
    "MENTORING",
    "MISSED",
    "MOVED",
    "PLANNED",
    "SESSION_KINDS",
    "STATES",
    "SUPERVISION",
    "AgreedAction",
    "Attendance",
    "PairAgreement",
    "Pairing",
    "Session",
    "SessionNote",
]
