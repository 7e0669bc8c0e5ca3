"""Extra support plans: what somebody is given more of, by whom, until when."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Moment, Owned, Versioned, belongs
from portal.induction.models.years import Induction
from portal.people.models import Person


class SupportPlan(Owned, Versioned, Base):
    """Extra support for a time. It always has a last day, and ends by itself after that.

    It is no capability procedure. `first_end_on` is the last day before it was extended, once.
    """

    __tablename__ = "support_plan"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "started_by_id"),
        belongs("person", "supporter_id"),
        belongs("person", "ended_by_id"),
        CheckConstraint("ends_on >= started_on", name="plan_in_order"),
        CheckConstraint("ended_on IS NULL OR ended_on <= ends_on", name="ended_early"),
        CheckConstraint("first_end_on IS NULL OR first_end_on < ends_on", name="extended_later"),
        Index(None, "induction_id", "started_on"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    started_on: Mapped[date] = mapped_column(info=PERSONAL)
    ends_on: Mapped[date] = mapped_column(info=PERSONAL)
    started_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    supporter_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    support: Mapped[str] = mapped_column(info=PRIVATE)
    good: Mapped[str] = mapped_column(info=PRIVATE)
    first_review_on: Mapped[date] = mapped_column(info=PERSONAL)
    second_review_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    first_end_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    extended_why: Mapped[str] = mapped_column(default="", info=PRIVATE)
    ended_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    ended_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    ended_why: Mapped[str] = mapped_column(default="", info=PRIVATE)

    induction: Mapped[Induction] = relationship(
        primaryjoin="SupportPlan.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    supporter: Mapped[Person] = relationship(
        primaryjoin="SupportPlan.supporter_id == Person.id",
        foreign_keys=[supporter_id],
        lazy="joined",
        innerjoin=True,
    )
    started_by: Mapped[Person] = relationship(
        primaryjoin="SupportPlan.started_by_id == Person.id",
        foreign_keys=[started_by_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def last_on(self) -> date:
        """The last day on which it holds."""
        return self.ended_on or self.ends_on

    @property
    def is_open(self) -> bool:
        """Whether it holds today or is still to begin."""
        return self.ended_on is None and self.ends_on >= clock.today()


class SupportPlanWording(Owned, Base):
    """The words of an extra support plan as they stood until somebody corrected them."""

    __tablename__ = "support_plan_wording"
    __table_args__ = (belongs("support_plan", "plan_id"), belongs("person", "corrected_by_id"))

    plan_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    support: Mapped[str] = mapped_column(info=PRIVATE)
    good: Mapped[str] = mapped_column(info=PRIVATE)
    corrected_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    corrected_at: Mapped[datetime] = mapped_column(Moment, info=PERSONAL)

    corrected_by: Mapped[Person] = relationship(
        primaryjoin="SupportPlanWording.corrected_by_id == Person.id",
        foreign_keys=[corrected_by_id],
        lazy="joined",
        innerjoin=True,
    )
