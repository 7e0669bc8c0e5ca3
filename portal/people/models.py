"""Organisations, their units, the people in them, and the posts and roles people hold over time."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Index,
    Numeric,
    String,
    UniqueConstraint,
    or_,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.areas import ON_AT_FIRST, is_switchable
from portal.people.folding import sort_key
from portal.period import Period

ROLES = (
    "nqsw", "coach", "mentor", "assessor", "manager", "consultant", "coordinator", "hr",
    "panel", "worker", "assistant", "principal", "commissioner", "evaluator", "admin",
)  # fmt: skip
UNIT_KINDS = ("directorate", "service", "team")
CONTRACTS = ("permanent", "fixed term", "agency", "casual", "")
# Folded text sorts and is searched by its letters' codes, the same on both databases.
FOLDED = String().with_variant(String(collation="C"), "postgresql")


class Organisation(Base):
    """An employer: a council, a practice, or a programme. It never sees another's people."""

    __tablename__ = "organisation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, info=PUBLIC)
    name: Mapped[str] = mapped_column(unique=True, info=PUBLIC)
    is_demo: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    areas: Mapped[list[str]] = mapped_column(JSON, default=lambda: list(ON_AT_FIRST), info=PUBLIC)

    @property
    def organisation_id(self) -> UUID:
        """Its own id: what is done to an organisation goes into its own audit trail."""
        return self.id

    def has_area(self, area: str) -> bool:
        """Whether the area is on here; what cannot be switched off always is."""
        return not is_switchable(area) or area in self.areas


class Unit(Owned, Base):
    """A directorate, a service in it, or a team in that."""

    __tablename__ = "unit"
    __table_args__ = (
        belongs("unit", "parent_id"),
        one_of("kind", UNIT_KINDS),
        UniqueConstraint("organisation_id", "parent_id", "kind", "name"),
    )

    name: Mapped[str] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    parent_id: Mapped[UUID | None] = mapped_column(index=True, info=PUBLIC)


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
        Index("ix_person_directory", "organisation_id", "sort_key", "id"),
    )

    staff_number: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    title: Mapped[str] = mapped_column(default="", info=PERSONAL)
    given_names: Mapped[str] = mapped_column(info=PERSONAL)
    family_name: Mapped[str] = mapped_column(info=PERSONAL)
    known_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    sort_key: Mapped[str] = mapped_column(FOLDED, default=_sort_key, info=PERSONAL)
    email: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    registration_number: Mapped[str] = mapped_column(default="", info=PERSONAL)
    qualified_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    service_started_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    base: Mapped[str] = mapped_column(default="", info=PERSONAL)
    working_days: Mapped[str] = mapped_column(default="", info=PERSONAL)
    left_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    organisation: Mapped[Organisation] = relationship(
        primaryjoin="Person.organisation_id == Organisation.id",
        foreign_keys="Person.organisation_id",
        lazy="raise",
    )
    roles_held: Mapped[list["RoleHeld"]] = relationship(
        primaryjoin="Person.id == RoleHeld.person_id",
        foreign_keys="RoleHeld.person_id",
        lazy="select",  # a policy may ask about the one person that a URL names
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


class Post(Owned, Period, Versioned, Base):
    """A post that a person holds for a period, or one that stands vacant (no person)."""

    __tablename__ = "post"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("unit", "unit_id"),
        belongs("person", "manager_id"),
        one_of("contract", CONTRACTS),
        CheckConstraint("fte > 0 AND fte <= 1", name="fte_share"),
        CheckConstraint("manager_id IS NULL OR manager_id <> person_id", name="not_own_manager"),
        Index(None, "organisation_id", "person_id"),
        Index(None, "organisation_id", "started_on"),
    )

    person_id: Mapped[UUID | None] = mapped_column(index=True, info=PERSONAL)
    unit_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    job_title: Mapped[str] = mapped_column(info=PUBLIC)
    grade: Mapped[str] = mapped_column(default="", info=PERSONAL)
    scp: Mapped[str] = mapped_column(default="", info=PERSONAL)
    fte: Mapped[Decimal | None] = mapped_column(Numeric(4, 3), default=None, info=PERSONAL)
    hours: Mapped[Decimal | None] = mapped_column(Numeric(5, 2), default=None, info=PERSONAL)
    contract: Mapped[str] = mapped_column(default="", info=PERSONAL)
    cost_code: Mapped[str] = mapped_column(default="", info=PUBLIC)
    manager_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)

    person: Mapped[Person | None] = relationship(
        primaryjoin="Post.person_id == Person.id", foreign_keys=[person_id], lazy="raise"
    )
    unit: Mapped[Unit] = relationship(
        primaryjoin="Post.unit_id == Unit.id", foreign_keys=[unit_id], lazy="raise"
    )
    manager: Mapped[Person | None] = relationship(
        primaryjoin="Post.manager_id == Person.id", foreign_keys=[manager_id], lazy="raise"
    )


class RoleHeld(Owned, Period, Base):
    """A role that somebody was given, from a day and perhaps until a day."""

    __tablename__ = "role_held"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "granted_by_id"),
        one_of("role", ROLES),
        UniqueConstraint("person_id", "role", "started_on"),
        Index(None, "organisation_id", "role", "person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    role: Mapped[str] = mapped_column(info=PERSONAL)
    granted_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)


class PersonWord(Base):
    """A folded word by which a person is found."""

    __tablename__ = "person_word"
    __table_args__ = (
        belongs("person", "person_id"),
        Index("ix_person_word_search", "organisation_id", "word", "person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(primary_key=True, info=PERSONAL)
    word: Mapped[str] = mapped_column(FOLDED, primary_key=True, info=PERSONAL)
    organisation_id: Mapped[UUID] = mapped_column(info=PUBLIC)
