"""Pairings, the sessions of every kind, what a pair keeps for itself, and who attended groups."""

from portal.mentoring.eligibility import ASSESSOR, MANAGER
from portal.mentoring.models.agreements import PairAgreement
from portal.mentoring.models.conflicts import ConflictApproved
from portal.mentoring.models.endings import HandOverChoice, HandOverNote, LookBack
from portal.mentoring.models.notes import AgreedAction, SessionNote
from portal.mentoring.models.pairings import COACHING, KINDS, MENTORING, Pairing
from portal.mentoring.models.pauses import PairPause
from portal.mentoring.models.planned import PlannedSession
from portal.mentoring.models.proposals import (
    AGREED,
    DECLINED,
    LAPSED,
    NO,
    WITHDRAWN,
    YES,
    PairAnswer,
    PairProposal,
)
from portal.mentoring.models.relief import GIVEN, NOT_GIVEN, CoachRelief, ReliefMonth
from portal.mentoring.models.rhythms import QuietSpell, SchemeRhythm
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
from portal.mentoring.models.teams import MET, SET_ASIDE, KnowHow, TeamAim, TeamCoach
from portal.mentoring.models.topics import SessionTopic

__all__ = [
    "AGREED",
    "ASSESSOR",
    "COACHING",
    "DECLINED",
    "GIVEN",
    "GROUP",
    "HAVE_NOTES",
    "HELD",
    "IN_PERSON",
    "KINDS",
    "LAPSED",
    "MANAGER",
    "MEDIA",
    "MENTORING",
    "MET",
    "MISSED",
    "MOVED",
    "NO",
    "NOT_GIVEN",
    "PLANNED",
    "SESSION_KINDS",
    "SET_ASIDE",
    "STATES",
    "SUPERVISION",
    "WITHDRAWN",
    "YES",
    "AgreedAction",
    "Attendance",
    "CoachRelief",
    "ConflictApproved",
    "HandOverChoice",
    "HandOverNote",
    "KnowHow",
    "LookBack",
    "PairAgreement",
    "PairAnswer",
    "PairPause",
    "PairProposal",
    "Pairing",
    "PlannedSession",
    "QuietSpell",
    "ReliefMonth",
    "SchemeRhythm",
    "Session",
    "SessionNote",
    "SessionTopic",
    "TeamAim",
    "TeamCoach",
]
