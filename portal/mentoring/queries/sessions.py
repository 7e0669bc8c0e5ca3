"""Sessions: mine on either side, those of one pair, the one of a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select

from portal.database import db
from portal.mentoring.models import Pairing, Session
from portal.mentoring.queries.pairings import joins
from portal.people.models import Person
from portal.web.lists import Page, page_of, pages_of


def sessions_of(person: Person) -> Select[Session]:
    """The sessions of this person, on either side, last first."""
    # By pairing alone: asked for the organisation too, SQLite would read every session in it.
    mine = select(Pairing.id).where(joins(person))
    held = select(Session).where(Session.pairing_id.in_(mine))
    return held.order_by(Session.held_on.desc(), Session.id.desc())


def sessions_page(person: Person, after: str | None) -> Page:
    """A page of this person's sessions, last first."""
    keys = [Session.held_on, Session.id]
    return page_of(sessions_of(person), keys=keys, after=after, descending=True)


def every_session(person: Person) -> Iterator[Session]:
    """All sessions of this person, last first, for a file."""
    yield from _all(sessions_of(person))


def recent_sessions(person: Person, limit: int = 5) -> Sequence[Session]:
    """The last few sessions of this person, on either side."""
    return db.session.scalars(sessions_of(person).limit(limit)).all()


def pair_sessions(pairing: Pairing, after: str | None) -> Page:
    """A page of the sessions of one pair, last first."""
    held = select(Session).where(Session.pairing_id == pairing.id)
    keys = [Session.held_on, Session.id]
    return page_of(held, keys=keys, after=after, descending=True)


def every_session_of(pairing: Pairing) -> Iterator[Session]:
    """All sessions of one pair, last first, for a file."""
    yield from _all(select(Session).where(Session.pairing_id == pairing.id))


def session_on(pairing: Pairing, day: date) -> Session | None:
    """The session that the pair held on this day, if it has been logged."""
    held = select(Session).where(Session.pairing_id == pairing.id, Session.held_on == day)
    return db.session.scalar(held)


def last_met_on(pairing: Pairing) -> date | None:
    """The day of the last session of these two."""
    held = select(func.max(Session.held_on)).where(Session.pairing_id == pairing.id)
    return db.session.scalar(held)


def logged_on(pairings: Sequence[Pairing], day: date) -> set[UUID]:
    """Which of these pairings, by id, have a session on this day already."""
    ids = [pairing.id for pairing in pairings]
    held = (
        select(Session.pairing_id)
        .where(Session.pairing_id.in_(ids), Session.held_on == day)
        .order_by(Session.pairing_id)
        .limit(len(ids))
    )
    return set(db.session.scalars(held))


def _all(sessions: Select[Session]) -> Iterator[Session]:
    for page in pages_of(sessions, keys=[Session.held_on, Session.id], descending=True):
        yield from page.rows
