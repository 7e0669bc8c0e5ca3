"""A move of a year to another programme or version: proposed, and done when the person agrees."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import programmes
from portal.induction.models.years import Induction
from portal.induction.programmes import Programme
from portal.people.models import Person

WAITING, AGREED, DECLINED, WITHDRAWN = "", "agreed", "declined", "withdrawn"
OPEN = text("answer = ''")


class ProgrammeMove(Owned, Versioned, Base):
    """That the coordinator proposes another programme for a year, and what the person answered.

    `answer` is empty while it waits; a year has at most one proposal that waits.
    """

    __tablename__ = "programme_move"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "proposed_by_id"),
        one_of("answer", (WAITING, AGREED, DECLINED, WITHDRAWN)),
        CheckConstraint("(answer = '') = (answered_on IS NULL)", name="answered_on_a_day"),
        Index(
            "uq_programme_move_waiting",
            "induction_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    programme_key: Mapped[str] = mapped_column(info=PUBLIC)
    programme_version: Mapped[str] = mapped_column(info=PUBLIC)
    proposed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    proposed_on: Mapped[date] = mapped_column(info=PERSONAL)
    answer: Mapped[str] = mapped_column(default=WAITING, info=PERSONAL)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="ProgrammeMove.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="select",
    )
    proposed_by: Mapped[Person] = relationship(
        primaryjoin="ProgrammeMove.proposed_by_id == Person.id",
        foreign_keys=[proposed_by_id],
        lazy="joined",
        innerjoin=True,
        viewonly=True,
    )

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for the person's answer."""
        return self.answer == WAITING

    @property
    def programme(self) -> Programme:
        """The programme that is proposed."""
        return programmes.pinned(self.programme_key, self.programme_version)
