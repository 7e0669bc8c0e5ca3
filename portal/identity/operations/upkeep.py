"""Forgetting what is long over: sessions and links kept for thirty days after their end."""

from datetime import timedelta

from sqlalchemy import delete

from portal.clock import now
from portal.database import rows_changed
from portal.identity import lifetimes
from portal.identity.models import BrowserSession, OneTimeLink

KEPT_FOR = timedelta(days=30)


def forget_what_is_over() -> tuple[int, int]:
    """Delete the sessions and links that ended thirty days ago; answer how many of each.

    The audit trail keeps that somebody signed in and when; the browser and the network address
    are not needed for longer.
    """
    since = now() - KEPT_FOR
    sessions = delete(BrowserSession).where(BrowserSession.started_at < since - lifetimes.ABSOLUTE)
    links = delete(OneTimeLink).where(OneTimeLink.expires_at < since)
    return rows_changed(sessions), rows_changed(links)
