"""Sessions: one row for each browser in which somebody is signed in.

The browser keeps a random token of 256 bits, the row only its hash, so that a session can be
ended anywhere at once and a copy of the database opens nothing. A session begins when its owner
proves who they are; the one that takes its place after another proof is a new row (T21, T26).
"""

from portal.identity.sessions.browser import (
    current,
    init_app,
    leave,
    reading,
    renew,
    start_session,
    stay,
    token_in_cookie,
)
from portal.identity.sessions.rows import (
    end_other_sessions,
    end_session,
    ends_at,
    load_session,
    row_of,
    sessions_of,
    touch,
)

__all__ = [
    "current",
    "end_other_sessions",
    "end_session",
    "ends_at",
    "init_app",
    "leave",
    "load_session",
    "reading",
    "renew",
    "row_of",
    "sessions_of",
    "start_session",
    "stay",
    "token_in_cookie",
    "touch",
]
