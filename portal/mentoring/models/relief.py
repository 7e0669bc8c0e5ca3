"""A coach's relief from casework: agreed like a promise, and what each month of it became."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring import relieved
from portal.mentoring.reasons import REASONS
from portal.people.models import Post
from portal.period import Period

if TYPE_CHECKING:
    from portal.people.models import Person

GIVEN: Final = "given"
NOT_GIVEN: Final = "not given"
BECAME = (GIVEN, NOT_GIVEN)
STILL_OPEN = text("ended_on IS NULL")


class CoachRelief(Owned, Period, Versioned, Base):
    """So many points or hours a week less of casework for a coach; agreed once the manager says."""

    __tablename__ = "coach_relief"
    __table_args__ = (
        belongs("person", "coach_id"),
        belongs("person", "planned_by_id"),
        belongs("person", "agreed_by_id"),
        one_of("measure", tuple(relieved.MEASURES)),
        CheckConstraint(f"amount BETWEEN 1 AND {relieved.MOST}", name="amount_possible"),
        CheckConstraint("(agreed_by_id IS NULL) = (agreed_on IS NULL)", name="agreed_whole"),
        CheckConstraint("agreed_by_id <> coach_id", name="agreed_by_another"),
        Index(
            "uq_coach_relief_still_open", "coach_id",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
        Index(None, "coach_id", "started_on"),
    )  # fmt: skip

    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    measure: Mapped[str] = mapped_column(info=PERSONAL)
    amount: Mapped[int] = mapped_column(info=PERSONAL)
    planned_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    agreed_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    agreed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    coach: Mapped["Person"] = relationship(
        primaryjoin="CoachRelief.coach_id == Person.id",
        foreign_keys="CoachRelief.coach_id", lazy="joined", innerjoin=True,
    )  # fmt: skip
    posts: Mapped[list[Post]] = relationship(
        primaryjoin="CoachRelief.coach_id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id", lazy="select", viewonly=True,
    )  # fmt: skip
    months: Mapped[list["ReliefMonth"]] = relationship(
        primaryjoin="CoachRelief.id == foreign(ReliefMonth.relief_id)",
        order_by="ReliefMonth.month_on", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def is_agreed(self) -> bool:
        """Whether whoever manages the coach has agreed to it."""
        return self.agreed_on is not None

    @property
    def has_begun(self) -> bool:
        """Whether its first day has come, so that a month of it can be told of."""
        return self.started_on <= today()

    @property
    def words(self) -> str:
        """How much it is: "4 hours a week less of casework"."""
        return relieved.in_words(self.measure, self.amount)


class ReliefMonth(Owned, Base):
    """What became of the relief in one month, who said so, and a neutral reason if it was not."""

    __tablename__ = "relief_month"
    __table_args__ = (
        belongs("coach_relief", "relief_id"),
        belongs("person", "said_by_id"),
        one_of("became", BECAME),
        one_of("reason", ("", *REASONS)),
        CheckConstraint(f"(became = '{NOT_GIVEN}') = (reason <> '')", name="not_given_has_reason"),
        UniqueConstraint("relief_id", "month_on"),
    )

    relief_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    month_on: Mapped[date] = mapped_column(info=PERSONAL)
    """The first day of the month."""
    became: Mapped[str] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(default="", info=PERSONAL)
    said_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    said_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
