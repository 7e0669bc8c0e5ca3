"""People: who they are, the words they are found by, what they are good at, when they are away."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, UniqueConstraint, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.folding import sort_key
from portal.people.models.listed import FOLDED, Listed
from portal.people.models.organisation import Organisation
from portal.people.models.roles import RoleHeld
from portal.people.posts import managing
from portal.period import Period

if TYPE_CHECKING:
    from portal.people.models.posts import Cover, Post

# What the regulator's list said when it was last looked at; "" when nobody has looked.
REGISTRATION_STATUSES = ("", "registered", "not registered", "not found", "another name")


def _sort_key(context: Any) -> str:
    given = context.get_current_parameters()
    return sort_key(given["given_names"], given["known_as"], given["family_name"])


class Person(Owned, Versioned, Base):
    """Somebody in the organisation's directory, whether or not they have an account."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("organisation_id", "staff_number"),
        UniqueConstraint("organisation_id", "email"),
        CheckConstraint("email = lower(email)", name="email_lower"),
        one_of("registration_status", REGISTRATION_STATUSES),
        Index("ix_person_directory", "organisation_id", "sort_key", "id", "left_on"),
        Index(None, "organisation_id", "claimed_email"),
        Index(None, "organisation_id", "qualified_on"),
        Index("ix_person_base", "organisation_id", "base", "sort_key", "id", "left_on"),
        Index("ix_person_week", "organisation_id", "working_days", "sort_key", "id"),
        # All that the directory asks of somebody whom it knows by id.
        Index("ix_person_placed", "id", "sort_key", "left_on", "base", "working_days"),
    )

    staff_number: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    title: Mapped[str] = mapped_column(default="", info=PERSONAL)
    given_names: Mapped[str] = mapped_column(info=PERSONAL)
    family_name: Mapped[str] = mapped_column(info=PERSONAL)
    known_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    sort_key: Mapped[str] = mapped_column(FOLDED, default=_sort_key, info=PERSONAL)
    email: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    # An address that a staff list gives to this person and another: nobody's until HR says.
    claimed_email: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    phone: Mapped[str] = mapped_column(default="", info=PERSONAL)
    reach_me: Mapped[str] = mapped_column(default="", info=PERSONAL)
    registration_number: Mapped[str] = mapped_column(default="", info=PERSONAL)
    registration_status: Mapped[str] = mapped_column(default="", info=PERSONAL)
    registered_until: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    registration_checked_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    qualified_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    # The day on which the person themself said that `qualified_on` is right.
    qualified_confirmed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    service_started_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    base: Mapped[str] = mapped_column(default="", info=PERSONAL)
    working_days: Mapped[str] = mapped_column(default="", info=PERSONAL)
    left_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    organisation: Mapped[Organisation] = relationship(
        primaryjoin="Person.organisation_id == Organisation.id",
        foreign_keys="Person.organisation_id",
        lazy="raise",
    )
    roles_held: Mapped[list[RoleHeld]] = relationship(
        primaryjoin="Person.id == RoleHeld.person_id",
        foreign_keys="RoleHeld.person_id",
        lazy="select",  # a policy may ask about the one person that a URL names
        viewonly=True,
    )
    standing_in: Mapped[list["Cover"]] = relationship(
        primaryjoin="Person.id == Cover.person_id",
        foreign_keys="Cover.person_id",
        lazy="select",  # asked of whoever is signed in, and of nobody in a list
        viewonly=True,
    )
    posts_held: Mapped[list["Post"]] = relationship(
        primaryjoin="Person.id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id",
        lazy="select",  # for the same reason; pages of many people ask for posts at once
        viewonly=True,
    )

    @property
    def name(self) -> str:
        """The name that colleagues use."""
        return f"{self.known_as or self.given_names} {self.family_name}"

    @property
    def is_active(self) -> bool:
        """Whether the person works here today."""
        return self.left_on is None or self.left_on >= clock.today()

    @classmethod
    def working_here(cls, day: date) -> ColumnElement[bool]:
        """The condition that picks the people who have not left by this day."""
        return or_(cls.left_on.is_(None), cls.left_on >= day)

    def has_role(self, *roles: str) -> bool:
        """Whether the person holds one of these roles today."""
        day = clock.today()
        return any(held.role in roles and held.covers(day) for held in self.roles_held)

    def manages(self, posts: Iterable["Post"]) -> bool:
        """Whether the person is today's manager in one of these posts, or covers for them."""
        day = clock.today()
        covered = (cover.post for cover in self.standing_in if cover.covers(day))
        at_hand = [post for post in posts if post.covers(day)]
        return managing.manages(self.id, at_hand) or managing.covers_for(covered, at_hand)


class PersonWord(Base):
    """A folded word by which a person is found, with what a search asks next (`found_by`)."""

    __tablename__ = "person_word"
    __table_args__ = (
        belongs("person", "person_id"),
        Index("ix_person_word_search", "organisation_id", "word", "sort_key", "person_id", "names"),
    )

    person_id: Mapped[UUID] = mapped_column(primary_key=True, info=PERSONAL)
    word: Mapped[str] = mapped_column(FOLDED, primary_key=True, info=PERSONAL)
    sort_key: Mapped[str] = mapped_column(FOLDED, info=PERSONAL)
    names: Mapped[str] = mapped_column(FOLDED, info=PERSONAL)
    organisation_id: Mapped[UUID] = mapped_column(info=PUBLIC)


class PersonStrength(Listed, Base):
    """Something a person is good at and can be asked about, by its key in `strengths.toml`."""

    __tablename__ = "person_strength"
    __table_args__ = (
        belongs("person", "person_id"),
        Index("ix_person_strength_listed", "organisation_id", "strength", "sort_key", "person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(primary_key=True, info=PERSONAL)
    strength: Mapped[str] = mapped_column(primary_key=True, info=PERSONAL)
    organisation_id: Mapped[UUID] = mapped_column(info=PUBLIC)


class DaysAway(Owned, Period, Versioned, Base):
    """Days on which a person is away: dates, and never a reason. Without an end: not known yet."""

    __tablename__ = "days_away"
    __table_args__ = (
        belongs("person", "person_id"),
        Index(None, "organisation_id", "person_id", "started_on"),
    )

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="DaysAway.person_id == Person.id",
        foreign_keys=[person_id],
        lazy="select",  # a policy asks about the one row that a URL names
        viewonly=True,
    )
