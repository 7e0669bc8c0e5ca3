"""Roles that people hold for a time."""

from typing import TYPE_CHECKING, Optional
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, Base, Owned, Versioned, belongs, one_of
from portal.people.models.listed import Listed
from portal.period import Period

if TYPE_CHECKING:
    from portal.people.models.person import Person

ROLES = (
    "nqsw", "coach", "mentor", "assessor", "manager", "consultant", "coordinator", "hr",
    "panel", "worker", "assistant", "principal", "commissioner", "evaluator", "admin",
)  # fmt: skip


class RoleHeld(Listed, Owned, Period, Versioned, Base):
    """A role that somebody was given, from a day and perhaps until a day.

    One that came with a post somebody acts up in, or with cover, names it and ends with it.
    """

    __tablename__ = "role_held"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "granted_by_id"),
        belongs("post", "post_id"),
        belongs("cover", "cover_id"),
        one_of("role", ROLES),
        UniqueConstraint("person_id", "role", "started_on"),
        Index(
            "ix_role_held_listed",
            "organisation_id",
            "role",
            "sort_key",
            "person_id",
            "ended_on",
            "started_on",
        ),
    )

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    role: Mapped[str] = mapped_column(info=PERSONAL)
    granted_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    post_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    cover_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)

    granted_by: Mapped[Optional["Person"]] = relationship(
        primaryjoin="RoleHeld.granted_by_id == Person.id",
        foreign_keys=[granted_by_id],
        lazy="raise",
        viewonly=True,
    )
