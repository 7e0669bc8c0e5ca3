"""What is kept of the promises of a year: development time, who was told, who stands beside."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import today
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction.models.years import Induction
from portal.induction.promises import alone, development, telling
from portal.mentoring.reasons import REASONS
from portal.people.models import Person

STANDS = text("state IN ('booked', 'taken')")
WORKLOAD, SUPERVISION = "workload", "supervision"
CONFIRMED = (WORKLOAD, SUPERVISION)
ABOUT = {
    "supervision": "Supervision",
    "development time": "Development time",
    "workload": "My workload",
    "not alone": "Work I should not hold alone yet",
    "other": "Something else",
}


class DevelopmentTime(Owned, Versioned, Base):
    """Protected time for learning on a day: booked, taken, or missed with a neutral reason."""

    __tablename__ = "development_time"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "recorded_by_id"),
        one_of("state", development.STATES),
        one_of("reason", ("", *REASONS)),
        CheckConstraint("minutes BETWEEN 15 AND 720", name="minutes_possible"),
        CheckConstraint("(state = 'missed') = (reason <> '')", name="missed_has_reason"),
        CheckConstraint("state = 'missed' OR moved_to_on IS NULL", name="only_missed_moves"),
        Index(
            "uq_development_time_of_day", "induction_id", "day",
            unique=True, sqlite_where=STANDS, postgresql_where=STANDS,
        ),
        Index(None, "induction_id", "day"),
    )  # fmt: skip

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    day: Mapped[date] = mapped_column(info=PERSONAL)
    minutes: Mapped[int] = mapped_column(info=PERSONAL)
    state: Mapped[str] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(default="", info=PERSONAL)
    moved_to_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="DevelopmentTime.induction_id == Induction.id",
        foreign_keys=[induction_id], lazy="select",
    )  # fmt: skip


class PromiseTold(Owned, Base):
    """A missed promise: when its worker was told, and when the others are to be or were."""

    __tablename__ = "promise_told"
    __table_args__ = (
        belongs("induction", "induction_id"),
        one_of("promise", telling.PROMISES),
        UniqueConstraint("induction_id", "promise", "missed_on"),
        CheckConstraint("tell_on > worker_told_on", name="worker_first"),
        CheckConstraint("told_on IS NULL OR told_on >= tell_on", name="told_in_time"),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    promise: Mapped[str] = mapped_column(info=PERSONAL)
    missed_on: Mapped[date] = mapped_column(info=PERSONAL)
    worker_told_on: Mapped[date] = mapped_column(info=PERSONAL)
    tell_on: Mapped[date] = mapped_column(info=PERSONAL)
    told_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)


class TalkAsked(Owned, Versioned, Base):
    """The worker asked to speak with the coordinator in confidence: nobody else knows of it."""

    __tablename__ = "talk_asked"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "answered_by_id"),
        one_of("about", tuple(ABOUT)),
        CheckConstraint(
            "(answered_on IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    about: Mapped[str] = mapped_column(info=PRIVATE)
    asked_on: Mapped[date] = mapped_column(default=today, info=PRIVATE)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    answered_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PRIVATE)

    induction: Mapped[Induction] = relationship(
        primaryjoin="TalkAsked.induction_id == Induction.id",
        foreign_keys=[induction_id], lazy="select",
    )  # fmt: skip


class WorkBeside(Owned, Versioned, Base):
    """For one kind of work: who stands beside the worker, or alone from a day, and why."""

    __tablename__ = "work_beside"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "co_worker_id"),
        belongs("person", "decided_by_id"),
        one_of("reason", ("", *alone.REASONS)),
        CheckConstraint("(alone_from_on IS NULL) = (reason = '')", name="alone_has_reason"),
        UniqueConstraint("induction_id", "kind"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    co_worker_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    alone_from_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    reason: Mapped[str] = mapped_column(default="", info=PERSONAL)
    decided_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    co_worker: Mapped[Person | None] = relationship(
        primaryjoin="WorkBeside.co_worker_id == Person.id",
        foreign_keys=[co_worker_id], lazy="joined",
    )  # fmt: skip
    decided_by: Mapped[Person] = relationship(
        primaryjoin="WorkBeside.decided_by_id == Person.id",
        foreign_keys=[decided_by_id], lazy="joined", innerjoin=True,
    )  # fmt: skip


class MonthConfirmed(Owned, Base):
    """A manager confirmed the workload, or the supervision, of a month: one click each."""

    __tablename__ = "month_confirmed"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "confirmed_by_id"),
        one_of("what", CONFIRMED),
        UniqueConstraint("induction_id", "month", "what"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    month: Mapped[date] = mapped_column(info=PERSONAL)
    what: Mapped[str] = mapped_column(info=PERSONAL)
    confirmed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    confirmed_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
