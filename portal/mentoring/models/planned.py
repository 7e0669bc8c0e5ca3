"""The next session that a pair has agreed on, and what became of it."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring.models.pairings import Pairing
from portal.mentoring.models.sessions import IN_PERSON, MEDIA, MISSED, MOVED, PLANNED, STATES
from portal.mentoring.reasons import REASONS

if TYPE_CHECKING:
    from portal.people.models import Person

IS_NEXT = text("state = 'planned'")


class PlannedSession(Owned, Versioned, Base):
    """A day on which a pair means to meet; a pair has one that is still to come, at most.

    It was held when a session of that day is logged. Moved, it names the day that took its place;
    missed, a neutral reason. Who said so is kept, and the coordinator sees no more than that.
    """

    __tablename__ = "planned_session"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("person", "planned_by_id"),
        belongs("person", "settled_by_id"),
        one_of("medium", MEDIA),
        one_of("state", STATES),
        one_of("reason", ("", *REASONS)),
        CheckConstraint(f"(state = '{MISSED}') = (reason <> '')", name="missed_has_reason"),
        CheckConstraint(f"(state = '{MOVED}') = (moved_to_on IS NOT NULL)", name="moved_somewhere"),
        CheckConstraint(f"(state = '{PLANNED}') = (settled_at IS NULL)", name="settled_at"),
        CheckConstraint("(settled_by_id IS NULL) = (settled_at IS NULL)", name="settled_whole"),
        Index(
            "uq_planned_session_next", "pairing_id",
            unique=True, sqlite_where=IS_NEXT, postgresql_where=IS_NEXT,
        ),
        Index(None, "pairing_id", "meets_on"),
    )  # fmt: skip

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    meets_on: Mapped[date] = mapped_column(info=PERSONAL)
    from_time: Mapped[time | None] = mapped_column(default=None, info=PERSONAL)
    medium: Mapped[str] = mapped_column(default=IN_PERSON, info=PERSONAL)
    state: Mapped[str] = mapped_column(default=PLANNED, info=PERSONAL)
    reason: Mapped[str] = mapped_column(default="", info=PERSONAL)
    moved_to_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    planned_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    planned_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    settled_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    settled_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)

    pairing: Mapped[Pairing] = relationship(
        primaryjoin="PlannedSession.pairing_id == Pairing.id", foreign_keys=pairing_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def is_next(self) -> bool:
        """Whether nothing has been said yet of what became of it."""
        return self.state == PLANNED

    @property
    def has_come(self) -> bool:
        """Whether its day is today or has passed, so that it may have been held or missed."""
        return self.meets_on <= today()

    @property
    def time_of_day(self) -> str:
        """The time at which it begins, or nothing where none was agreed."""
        return f"{self.from_time:%H:%M}" if self.from_time else ""

    def settle(self, by: "Person", state: str) -> None:
        """Write down what became of it, and who said so."""
        self.state, self.settled_by_id, self.settled_at = state, by.id, now()
