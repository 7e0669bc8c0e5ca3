"""What moves or ends a year: proposed by one of four people, and in force once all four agree."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import (
    PERSONAL,
    PRIVATE,
    PUBLIC,
    Base,
    Moment,
    Owned,
    Versioned,
    belongs,
    one_of,
)
from portal.induction.changing import KINDS, MEANS, PARTS, REASONS
from portal.induction.models.years import Induction
from portal.people.models import Person
from portal.period import Period

WAITING = text("effective_at IS NULL AND withdrawn_at IS NULL")


class InductionChange(Owned, Period, Versioned, Base):
    """A pause, extension, other hours, deferral, withdrawal or transfer out, with its reason.

    `started_on` is the first day of a pause or deferral, the day from which an extension or other
    hours move dates, and the last day of a year that ends. `ended_on` is the last day of a pause,
    once known; `fte` the new share of full time, and `settled_on` the day on which it took effect.
    """

    __tablename__ = "induction_change"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "proposed_by_id"),
        belongs("person", "withdrawn_by_id"),
        one_of("kind", tuple(KINDS)),
        one_of("reason", tuple(REASONS)),
        CheckConstraint("(kind = 'extension') = (extends_by IS NOT NULL)", name="extension_days"),
        CheckConstraint("extends_by IS NULL OR extends_by > 0", name="extends_forward"),
        CheckConstraint("(kind = 'hours') = (fte IS NOT NULL)", name="hours_share"),
        CheckConstraint("fte IS NULL OR (fte > 0 AND fte <= 1)", name="fte_share"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        Index(
            "uq_induction_change_waiting",
            "induction_id",
            unique=True,
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index("ix_induction_change_proposed", "organisation_id", "proposed_at", "id"),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(info=PRIVATE)
    extends_by: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    fte: Mapped[Decimal | None] = mapped_column(Numeric(4, 3), default=None, info=PERSONAL)
    settled_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    proposed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    proposed_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    effective_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="InductionChange.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    proposed_by: Mapped[Person] = relationship(
        primaryjoin="InductionChange.proposed_by_id == Person.id",
        foreign_keys=[proposed_by_id],
        lazy="joined",
        innerjoin=True,
        viewonly=True,
    )
    agreements: Mapped[list["ChangeAgreement"]] = relationship(
        primaryjoin="InductionChange.id == foreign(ChangeAgreement.change_id)",
        order_by="ChangeAgreement.recorded_at, ChangeAgreement.part",
        lazy="selectin",
        viewonly=True,
    )

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for somebody to agree."""
        return self.effective_at is None and self.withdrawn_at is None

    @property
    def is_in_force(self) -> bool:
        """Whether the calendar follows it."""
        return self.effective_at is not None and self.withdrawn_at is None

    @property
    def is_open_ended(self) -> bool:
        """Whether the year stands still and nobody knows until when."""
        return KINDS[self.kind].is_stop and self.ended_on is None


class ChangeAgreement(Owned, Base):
    """That one of the four agreed: by their own hand, or as the coordinator wrote it down.

    `person_id` is who agreed, as the year had it on that day; rows of before 0011 do not say.
    """

    __tablename__ = "change_agreement"
    __table_args__ = (
        belongs("induction_change", "change_id"),
        belongs("person", "recorded_by_id"),
        belongs("person", "person_id"),
        UniqueConstraint("change_id", "part"),
        one_of("part", tuple(PARTS)),
        one_of("means", tuple(MEANS)),
    )

    change_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    part: Mapped[str] = mapped_column(info=PERSONAL)
    person_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    agreed_on: Mapped[date] = mapped_column(info=PERSONAL)
    means: Mapped[str] = mapped_column(info=PERSONAL)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    recorded_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)

    person: Mapped[Person | None] = relationship(
        primaryjoin="ChangeAgreement.person_id == Person.id",
        foreign_keys=[person_id],
        lazy="joined",
        viewonly=True,
    )
    recorded_by: Mapped[Person] = relationship(
        primaryjoin="ChangeAgreement.recorded_by_id == Person.id",
        foreign_keys=[recorded_by_id],
        lazy="joined",
        innerjoin=True,
        viewonly=True,
    )
