"""How long a session and a one-time link last.

Half an hour without a deed, twelve hours in all (OWASP ASVS 5.0, 7.3, for a system with
sensitive records); the server counts, never the browser. Polling and prefetching are no deeds.
"""

from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
FRESH = timedelta(minutes=10)
NOTED_EVERY = timedelta(minutes=1)
INVITATION = timedelta(days=7)
RESET = timedelta(hours=1)
# After somebody else changed the address: time for the owner, told at the old one, to object.
ADDRESS_RESTS = timedelta(days=3)
LINKS = {"invitation": INVITATION, "reset": RESET}


def ends_at(started_at: datetime, seen_at: datetime) -> datetime:
    """When a session ends if nothing more is done in it."""
    return min(seen_at + IDLE, started_at + ABSOLUTE)


def is_live(started_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether a session that nobody ended is still open."""
    return now < ends_at(started_at, seen_at)


def is_fresh(started_at: datetime, now: datetime) -> bool:
    """Whether somebody said who they are so lately that the gravest deeds need no second asking.

    Every session begins with a proof (a password, a one-time link), and so does the one that
    takes its place when the password is asked for again: `started_at` is the last proof.
    """
    return now - started_at <= FRESH


def is_worth_noting(seen_at: datetime, now: datetime) -> bool:
    """Whether the last deed is long enough ago to be written down again."""
    return now - seen_at >= NOTED_EVERY
