"""What pages of coaching and mentoring list, and what operations need to know first."""

from portal.mentoring.queries.choosing import (
    Coach,
    coaches,
    people_named,
    people_to_pair,
    teams_of,
)
from portal.mentoring.queries.pairings import (
    Supported,
    coach_of,
    every_pairing,
    open_pairings,
    pairings_between,
    pairings_page,
    people_i_support,
    supported_in,
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

__all__ = [
    "Coach",
    "Supported",
    "coach_of",
    "coaches",
    "every_pairing",
    "every_session",
    "every_session_of",
    "logged_on",
    "open_pairings",
    "pair_sessions",
    "pairings_between",
    "pairings_page",
    "people_i_support",
    "people_named",
    "people_to_pair",
    "recent_sessions",
    "session_on",
    "sessions_of",
    "sessions_page",
    "supported_in",
    "teams_of",
    "visible_pairings",
]
