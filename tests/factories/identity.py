"""Accounts, links and browsers for tests."""

from typing import Any

from portal.database import db
from portal.identity import links, sessions
from portal.identity.models import Account, BrowserSession, OneTimeLink
from portal.people.models import Person


def account_of(person: Person) -> Account:
    """How this member of the cast signs in."""
    return db.session.query(Account).filter_by(person_id=person.id).one()


def a_browser_session(person: Person, agent: str = "Firefox on Windows") -> BrowserSession:
    """A browser in which this person is signed in."""
    token = sessions.start_session(account_of(person), agent, "192.0.2.7")
    opened = sessions.row_of(token)
    assert opened is not None
    return opened


def a_link(person: Person, purpose: str = "reset", **changes: Any) -> OneTimeLink:
    """A one-time link for this person."""
    link = links.make(account_of(person), purpose)
    for name, value in changes.items():
        setattr(link, name, value)
    db.session.flush()
    return link
