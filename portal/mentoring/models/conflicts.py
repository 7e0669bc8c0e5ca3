"""Conflicts approved by name: a line manager or assessor who supports somebody all the same."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, Base, Owned, belongs, one_of
from portal.mentoring.eligibility import ASSESSOR, MANAGER

if TYPE_CHECKING:
    from portal.people.models import Person

CONFLICTS = (MANAGER, ASSESSOR)


class ConflictApproved(Owned, Base):
    """Somebody may support whom they manage or assess: who said so, when, and why.

    The two of them and the coordinator read the reason; it stays as it was given.
    """

    __tablename__ = "conflict_approved"
    __table_args__ = (
        belongs("person", "coach_id"),
        belongs("person", "supported_id"),
        belongs("person", "approved_by_id"),
        one_of("conflict", CONFLICTS),
        CheckConstraint("coach_id <> supported_id", name="two_people"),
        Index(None, "supported_id", "coach_id"),
        Index(None, "coach_id"),
        Index(None, "organisation_id", "approved_at", "id"),
    )

    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    supported_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    conflict: Mapped[str] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    approved_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    approved_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    coach: Mapped["Person"] = relationship(
        primaryjoin="ConflictApproved.coach_id == Person.id",
        foreign_keys=coach_id, lazy="joined", innerjoin=True,
    )  # fmt: skip
    supported: Mapped["Person"] = relationship(
        primaryjoin="ConflictApproved.supported_id == Person.id",
        foreign_keys=supported_id, lazy="joined", innerjoin=True,
    )  # fmt: skip
    approved_by: Mapped["Person"] = relationship(
        primaryjoin="ConflictApproved.approved_by_id == Person.id",
        foreign_keys=approved_by_id, lazy="joined", innerjoin=True,
    )  # fmt: skip

    def joins(self, person: "Person") -> bool:
        """Whether this person is one of the two."""
        return person.id in (self.coach_id, self.supported_id)
