"""The rows of sessions: which are open, whose they are, and ending them."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import contains_eager

from portal import audit, database
from portal.clock import now
from portal.database import db
from portal.identity import lifetimes
from portal.identity.models import Account, BrowserSession
from portal.people.models import Person


def load_session(token: str, moment: datetime) -> BrowserSession | None:
    """The open session behind a token, with its account, person, organisation and roles.

    None when it was ended, is over its time, or belongs to somebody who may not sign in.
    """
    found: BrowserSession | None = (
        db.session.scalars(WHOLE, {"token_hash": hash_of(token)}).unique().first()
    )
    if found is None or found.ended_at is not None:
        return None
    if not lifetimes.is_live(found.started_at, found.seen_at, moment):
        return None
    if found.account.closed_at is not None or not found.person.is_active:
        return None
    found.token = token
    return found


def sessions_of(account_id: UUID) -> Sequence[BrowserSession]:
    """The open sessions of an account, the one used last first; at most fifty."""
    moment = now()
    mine = (
        select(BrowserSession)
        .where(
            BrowserSession.account_id == account_id,
            BrowserSession.ended_at.is_(None),
            BrowserSession.seen_at > moment - lifetimes.IDLE,
            BrowserSession.started_at > moment - lifetimes.ABSOLUTE,
        )
        .order_by(BrowserSession.seen_at.desc(), BrowserSession.id)
        .limit(50)
    )
    return db.session.scalars(mine).all()


def end_session(by: Person, session: BrowserSession) -> None:
    """Sign one browser out, wherever it is."""
    if session.ended_at is None:
        session.ended_at = now()
        audit.record(by, "identity.session_ended", session)


def end_other_sessions(by: Person, account: Account, *, keep: BrowserSession | None = None) -> int:
    """Sign every browser of an account out, but perhaps the one that asks for it."""
    open_ones = update(BrowserSession).where(
        BrowserSession.account_id == account.id,
        BrowserSession.ended_at.is_(None),
    )
    if keep is not None:
        open_ones = open_ones.where(BrowserSession.id != keep.id)
    count = database.rows_changed(open_ones.values(ended_at=now()))
    audit.record(by, "identity.sessions_ended", account, kept=str(keep.id) if keep else None)
    return count


def touch(session_id: UUID, moment: datetime) -> None:
    """Note that the person did something, so that the half hour begins again."""
    later = update(BrowserSession).where(
        BrowserSession.id == session_id, BrowserSession.seen_at < moment
    )
    db.session.execute(later.values(seen_at=moment))


def row_of(token: str | None) -> BrowserSession | None:
    """The session a token opened, even after it ended."""
    if not token:
        return None
    return db.session.scalar(
        select(BrowserSession).where(BrowserSession.token_hash == hash_of(token))
    )


def hash_of(token: str) -> str:
    """What the database keeps of a token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def ends_at(session: BrowserSession) -> datetime:
    """When this session ends if nothing more is done in it."""
    return lifetimes.ends_at(session.started_at, session.seen_at)


def _whole() -> Any:
    """A session with everything the guard asks about, in one statement."""
    person = contains_eager(BrowserSession.account).contains_eager(Account.person)
    return (
        select(BrowserSession)
        .join(BrowserSession.account)
        .join(Account.person)
        .join(Person.organisation)
        .outerjoin(Person.roles_held)
        .options(
            person.contains_eager(Person.organisation), person.contains_eager(Person.roles_held)
        )
        .where(BrowserSession.token_hash == bindparam("token_hash"))
    )


# Built once: every request asks it first.
WHOLE = _whole()
