"""The contract of a council with a practice: the one row that two organisations may open."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ColumnElement, ForeignKey, and_, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.models import Organisation, Person
from portal.period import Period
from portal.practices import standing, terms

ENDED_EARLY = "ended_by = '' OR answer = 'agreed'"


class Contract(Owned, Period, Versioned, Base):
    """What a council and a practice agreed. It belongs to the council; the practice is party to it.

    `addressed_to` is what the council typed: a name or an address. The council is not told whether
    any organisation was found under it; who was found is shown once they have agreed.
    """

    __tablename__ = "contract"
    __table_args__ = (
        belongs("person", "proposed_by_id"),
        one_of("ownership", tuple(each.key for each in terms.OWNERSHIPS)),
        one_of("answer", standing.ANSWERS),
        one_of("ended_by", standing.ENDED_BY),
        CheckConstraint("ended_on IS NOT NULL", name="has_a_last_day"),
        CheckConstraint("children_for BETWEEN 1 AND 9999", name="children_possible"),
        CheckConstraint("practice_id IS NULL OR practice_id <> organisation_id", name="of_two"),
        CheckConstraint("answer <> 'agreed' OR practice_id IS NOT NULL", name="agreed_by_somebody"),
        CheckConstraint(ENDED_EARLY, name="ended_after_agreed"),
    )

    addressed_to: Mapped[str] = mapped_column(info=PERSONAL)
    practice_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True, info=PUBLIC
    )
    ownership: Mapped[str] = mapped_column(info=PUBLIC)
    functions_kept: Mapped[list[str]] = mapped_column(JSON, default=list, info=PUBLIC)
    children_for: Mapped[int] = mapped_column(info=PUBLIC)
    paid_by: Mapped[str] = mapped_column(info=PUBLIC)
    proposed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    proposed_on: Mapped[date] = mapped_column(default=clock.today, info=PUBLIC)
    answer: Mapped[str] = mapped_column(default=standing.WAITING, info=PUBLIC)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)
    ended_by: Mapped[str] = mapped_column(default="", info=PUBLIC)
    end_reason: Mapped[str] = mapped_column(default="", info=PUBLIC)

    council: Mapped[Organisation] = relationship(
        primaryjoin="Contract.organisation_id == Organisation.id",
        foreign_keys="Contract.organisation_id", lazy="joined", innerjoin=True, viewonly=True,
    )  # fmt: skip
    practice: Mapped[Organisation | None] = relationship(
        primaryjoin="Contract.practice_id == Organisation.id",
        foreign_keys="Contract.practice_id", lazy="joined", viewonly=True,
    )  # fmt: skip

    @classmethod
    def seen_from(cls, here: Any) -> ColumnElement[bool]:
        """The council's own, and those in which this organisation is the practice."""
        theirs = and_(cls.practice_id == here, cls.answer != standing.WITHDRAWN)
        return or_(cls.organisation_id == here, theirs)

    @property
    def last_on(self) -> date:
        """Its last day."""
        return self.ended_on or self.started_on

    @property
    def is_waiting(self) -> bool:
        """Whether the practice has not answered yet."""
        return self.answer == standing.WAITING

    @property
    def is_agreed(self) -> bool:
        """Whether both said yes, at whatever time it runs."""
        return self.answer == standing.AGREED

    @property
    def can_be_ended(self) -> bool:
        """Whether it runs, or will, and nobody has ended it early."""
        return self.is_agreed and not self.ended_by and self.last_on >= clock.today()

    @property
    def parties(self) -> list[UUID]:
        """The organisations whose it is: the council, and the practice where one was found."""
        return [each for each in (self.organisation_id, self.practice_id) if each]

    @property
    def practice_name(self) -> str:
        """What the council calls the practice: what it typed itself until both have agreed."""
        return self.practice.name if self.is_agreed and self.practice else self.addressed_to

    @property
    def where(self) -> str:
        """Where it stands, in a sentence."""
        return standing.in_words(
            self.answer, self.started_on, self.last_on, self.ended_by, clock.today()
        )

    def is_council_of(self, person: Person) -> bool:
        """Whether the person works at the council."""
        return person.organisation_id == self.organisation_id

    def is_practice_of(self, person: Person) -> bool:
        """Whether the person works at the practice."""
        return person.organisation_id == self.practice_id

    def other_than(self, person: Person) -> str:
        """The name of the other side, as this person may read it."""
        return self.practice_name if self.is_council_of(person) else self.council.name
