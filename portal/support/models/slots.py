"""Times at which a consultant can be booked, and who booked them for what kind of help."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.support import kinds
from portal.support.models.sealed import Sealed
from portal.support.slots import When

if TYPE_CHECKING:
    from portal.people.models import Person

BOOKED, HELD, CANCELLED = "booked", "held", "cancelled"
STATES = (BOOKED, HELD, CANCELLED)
IS_OFFERED = text("withdrawn_on IS NULL")
HOLDS_THE_SLOT = text(f"state <> '{CANCELLED}'")


class ConsultationSlot(Owned, Versioned, Base):
    """A time at which a consultant can be booked; without a place it is by phone."""

    __tablename__ = "consultation_slot"
    __table_args__ = (
        belongs("person", "consultant_id"),
        CheckConstraint("minutes > 0 AND minutes <= 240", name="minutes_counted"),
        Index(
            "uq_consultation_slot_offered", "consultant_id", "meets_on", "from_time",
            unique=True, sqlite_where=IS_OFFERED, postgresql_where=IS_OFFERED,
        ),
        Index(None, "organisation_id", "meets_on"),
    )  # fmt: skip

    consultant_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    meets_on: Mapped[date] = mapped_column(info=PERSONAL)
    from_time: Mapped[time] = mapped_column(info=PERSONAL)
    minutes: Mapped[int] = mapped_column(info=PERSONAL)
    place: Mapped[str] = mapped_column(default="", info=PERSONAL)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    consultant: Mapped["Person"] = relationship(
        primaryjoin="ConsultationSlot.consultant_id == Person.id", foreign_keys=consultant_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def when(self) -> When:
        """Its day, time and length."""
        return When(self.meets_on, self.from_time, self.minutes)

    @property
    def where(self) -> str:
        """Its place, or that it is by phone."""
        return self.place or "by phone"

    @property
    def is_offered(self) -> bool:
        """Whether it was not taken back."""
        return self.withdrawn_on is None

    @property
    def has_begun(self) -> bool:
        """Whether its time has come."""
        return self.when.has_begun(clock.today(), clock.time_of_day())


class Consultation(Owned, Sealed, Versioned, Base):
    """Somebody booked a slot for a kind of help. Sealed is why one of the two cancelled it.

    A slot has one at most that was not cancelled: nobody can book what somebody has.
    """

    __tablename__ = "consultation"
    __table_args__ = (
        belongs("consultation_slot", "slot_id"),
        belongs("person", "booker_id"),
        belongs("person", "settled_by_id"),
        one_of("state", STATES),
        CheckConstraint(f"(state = '{BOOKED}') = (settled_at IS NULL)", name="settled_at"),
        CheckConstraint("(settled_by_id IS NULL) = (settled_at IS NULL)", name="settled_whole"),
        Index(
            "uq_consultation_of_slot", "slot_id",
            unique=True, sqlite_where=HOLDS_THE_SLOT, postgresql_where=HOLDS_THE_SLOT,
        ),
    )  # fmt: skip

    slot_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    booker_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    state: Mapped[str] = mapped_column(default=BOOKED, info=PERSONAL)
    booked_at: Mapped[datetime] = mapped_column(default=clock.now, info=PERSONAL)
    settled_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    settled_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)

    slot: Mapped[ConsultationSlot] = relationship(
        primaryjoin="Consultation.slot_id == ConsultationSlot.id", foreign_keys=slot_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    booker: Mapped["Person"] = relationship(
        primaryjoin="Consultation.booker_id == Person.id", foreign_keys=booker_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def about(self) -> str:
        """What kind of help it is for."""
        return kinds.label_of(self.kind)

    @property
    def is_booked(self) -> bool:
        """Whether it stands and nobody has said yet what became of it."""
        return self.state == BOOKED

    def is_of(self, person: "Person") -> bool:
        """Whether this person is one of its two."""
        return person.id in {self.booker_id, self.slot.consultant_id}

    def other_than(self, person: "Person") -> "Person":
        """The other of the two."""
        return self.booker if person.id == self.slot.consultant_id else self.slot.consultant
