"""Before day one and the first six weeks: what is to be done, and the one question after them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import beginning
from portal.induction.models.years import Induction
from portal.induction.programmes.template import TASK_OWNERS
from portal.people.models import Person


class FirstWeeksTask(Owned, Versioned, Base):
    """One thing to do around somebody's first day, in the words that the year began with.

    `is_known` is false where the year was taken on too late for the portal to know of it.
    """

    __tablename__ = "first_weeks_task"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "recorded_by_id"),
        UniqueConstraint("induction_id", "key"),
        one_of("owner", TASK_OWNERS),
        CheckConstraint("position > 0", name="position_from_one"),
        CheckConstraint("(done_on IS NULL) = (recorded_by_id IS NULL)", name="done_by_somebody"),
        Index("ix_first_weeks_task_open", "organisation_id", "done_on", "owner", "due_on", "id"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    position: Mapped[int] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PUBLIC)
    owner: Mapped[str] = mapped_column(info=PUBLIC)
    due_on: Mapped[date] = mapped_column(info=PERSONAL)
    is_known: Mapped[bool] = mapped_column(default=True, info=PUBLIC)
    done_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    recorded_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="FirstWeeksTask.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    recorded_by: Mapped[Person | None] = relationship(
        primaryjoin="FirstWeeksTask.recorded_by_id == Person.id",
        foreign_keys=[recorded_by_id],
        lazy="raise",
        viewonly=True,
    )


class FirstWeeksAnswer(Owned, Versioned, Base):
    """What somebody said after six weeks: whether it is what they were promised, and to whom."""

    __tablename__ = "first_weeks_answer"
    __table_args__ = (
        belongs("induction", "induction_id"),
        UniqueConstraint("induction_id"),
        one_of("answer", tuple(beginning.ANSWERS)),
        one_of("told", tuple(beginning.TOLD)),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    answer: Mapped[str] = mapped_column(info=PRIVATE)
    words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    told: Mapped[str] = mapped_column(info=PRIVATE)
    answered_on: Mapped[date] = mapped_column(info=PERSONAL)
