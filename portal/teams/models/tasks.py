"""Which kinds of task of a team are done by whom, under whose direction."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.people.models import Person, Unit
from portal.period import Period
from portal.teams.tasks import Given


class TeamTask(Owned, Period, Versioned, Base):
    """A kind of task that somebody in a support role does, under the direction of a social worker.

    `kind` is the key of the model's task; the title stays as it was when the task was given.
    """

    __tablename__ = "team_task"
    __table_args__ = (
        belongs("unit", "unit_id"),
        belongs("person", "done_by_id"),
        belongs("person", "directed_by_id"),
        CheckConstraint("done_by_id <> directed_by_id", name="directed_by_another"),
        CheckConstraint("hours > 0 AND hours <= 37", name="hours_of_a_week"),
    )

    unit_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PUBLIC)
    done_by_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    directed_by_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    hours: Mapped[Decimal] = mapped_column(Numeric(4, 2), info=PERSONAL)

    unit: Mapped[Unit] = relationship(
        primaryjoin="TeamTask.unit_id == Unit.id", foreign_keys=[unit_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    done_by: Mapped[Person] = relationship(
        primaryjoin="TeamTask.done_by_id == Person.id", foreign_keys=[done_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    directed_by: Mapped[Person] = relationship(
        primaryjoin="TeamTask.directed_by_id == Person.id", foreign_keys=[directed_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def given(self) -> Given:
        """It as plain values."""
        return Given(self.kind, self.done_by_id, self.directed_by_id, self.hours)
