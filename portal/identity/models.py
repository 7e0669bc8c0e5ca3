"""Accounts, the sessions people have open, one-time links, and the throttle."""

from datetime import datetime
from uuid import UUID

from flask_login import UserMixin
from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, SECRET, Base, Owned, belongs, one_of
from portal.identity import lifetimes
from portal.people.models import Person

PURPOSES = ("invitation", "reset")
# How somebody likes to read; "" is as the portal comes.
READING_FONTS = ("", "hyperlegible")
READING_SPACINGS = ("", "wide")
READING_BACKGROUNDS = ("", "cream", "blue", "dark")


class Account(Owned, Base):
    """How a person signs in. An e-mail address opens one account on the whole installation."""

    __tablename__ = "account"
    __table_args__ = (
        belongs("person", "person_id"),
        CheckConstraint("email = lower(email)", name="email_lower"),
        one_of("reading_font", READING_FONTS),
        one_of("reading_spacing", READING_SPACINGS),
        one_of("reading_background", READING_BACKGROUNDS),
    )

    person_id: Mapped[UUID] = mapped_column(unique=True, info=PERSONAL)
    email: Mapped[str] = mapped_column(unique=True, info=PERSONAL)
    password_hash: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    password_set_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    closed_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    reading_font: Mapped[str] = mapped_column(default="", info=PERSONAL)
    reading_spacing: Mapped[str] = mapped_column(default="", info=PERSONAL)
    reading_background: Mapped[str] = mapped_column(default="", info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="Account.person_id == Person.id", foreign_keys=[person_id], lazy="raise"
    )

    @property
    def may_sign_in(self) -> bool:
        """Whether the right password opens it: it is not closed and its owner works here."""
        return self.closed_at is None and self.person.is_active


class BrowserSession(UserMixin, Owned, Base):
    """A browser in which somebody is signed in. Only the hash of its token is kept."""

    __tablename__ = "session"
    __table_args__ = (belongs("account", "account_id"),)

    account_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    token_hash: Mapped[str] = mapped_column(unique=True, info=SECRET)
    started_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    seen_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    agent: Mapped[str] = mapped_column(default="", info=PERSONAL)
    address: Mapped[str] = mapped_column(default="", info=PERSONAL)

    account: Mapped[Account] = relationship(
        primaryjoin="BrowserSession.account_id == Account.id",
        foreign_keys=[account_id],
        lazy="joined",  # the policy asks whose it is
        innerjoin=True,
    )

    token: str = ""

    def get_id(self) -> str:
        """The token itself, which only the browser keeps."""
        return self.token

    @property
    def is_fresh(self) -> bool:
        """Whether its owner proved within ten minutes who they are (T26)."""
        return lifetimes.is_fresh(self.started_at, now())

    @property
    def person(self) -> Person:
        """Who is signed in."""
        return self.account.person


class OneTimeLink(Owned, Base):
    """A link that lets its owner set a password once. The token itself is never stored."""

    __tablename__ = "one_time_link"
    __table_args__ = (belongs("account", "account_id"), one_of("purpose", PURPOSES))

    account_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    purpose: Mapped[str] = mapped_column(info=PUBLIC)
    expires_at: Mapped[datetime] = mapped_column(info=PERSONAL)
    used_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    password_mark: Mapped[str] = mapped_column(default="", info=SECRET)


class ThrottleBucket(Base):
    """How many tries are left for one account, one address, or everybody together."""

    __tablename__ = "throttle_bucket"

    key: Mapped[str] = mapped_column(primary_key=True, info=PERSONAL)
    tokens: Mapped[float] = mapped_column(info=PUBLIC)
    refilled_at: Mapped[datetime] = mapped_column(info=PUBLIC)
