"""What pages of coaching and mentoring list, and what operations need to know first."""

from portal.mentoring.queries.agreements import agreement_of
from portal.mentoring.queries.choosing import (
    Coach,
    coaches,
    people_in_a_group,
    people_named,
    people_to_pair,
    teams_of,
)
from portal.mentoring.queries.notes import actions_of, newest_note, notes_of
from portal.mentoring.queries.pairings import (
    Supported,
    coach_of,
    every_pairing,
    open_pairings,
    pairings_between,
    pairings_page,
    people_i_support,
    supported_in,
    supporters_of,
    visible_pairings,
)
from portal.mentoring.queries.sessions import (
    every_session,
    every_session_of,
    logged_on,
    pair_sessions,
    recent_sessions,
    session_on,
    sessions_of,
    sessions_page,
)
from portal.mentoring.queries.supervision import (
    every_supervision,
    sessions_kept,
    supervised_with,
    supervision_on,
    supervision_page,
)

__all__ = [
    "Coach",
    "Supported",
    "actions_of",
    "agreement_of",
    "coach_of",
    "coaches",
    "every_pairing",
    "every_session",
    "every_session_of",
    "every_supervision",
    "logged_on",
    "newest_note",
    "notes_of",
    "open_pairings",
    "pair_sessions",
    "pairings_between",
    "pairings_page",
    "people_i_support",
    "people_in_a_group",
    "people_named",
    "people_to_pair",
    "recent_sessions",
    "session_on",
    "sessions_kept",
    "sessions_of",
    "sessions_page",
    "supervised_with",
    "supervision_on",
    "supervision_page",
    "supported_in",
    "supporters_of",
    "teams_of",
    "visible_pairings",
]
