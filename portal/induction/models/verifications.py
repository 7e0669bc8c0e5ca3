"""Verifications: a document that the assessor saw in the case system, and that is not stored."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

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
from portal.induction.models.years import Induction, InductionItem
from portal.people.models import Person

# What kinds of document there are, and how pages call them. No family, no case, no number.
KINDS = {
    "assessment": "Assessment",
    "plan": "Plan",
    "court": "Statement or report for court",
    "conference": "Report for a conference",
    "review": "Report for a review",
    "chronology": "Chronology",
    "visit": "Record of a visit",
    "letter": "Letter to a family",
    "other": "Another document",
}


class Verification(Owned, Versioned, Base):
    """One document of an item of the year: seen by the assessor, confirmed by the person.

    The description is general; the document stays in the case system. Once the person has
    confirmed it nothing of it changes.
    """

    __tablename__ = "verification"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("induction_item", "item_id"),
        belongs("person", "seen_by_id"),
        one_of("kind", tuple(KINDS)),
        UniqueConstraint("item_id"),
        CheckConstraint("length(description) > 0", name="described"),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    item_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    seen_on: Mapped[date] = mapped_column(info=PERSONAL)
    seen_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    description: Mapped[str] = mapped_column(info=PRIVATE)
    feedback: Mapped[str] = mapped_column(default="", info=PRIVATE)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="Verification.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    item: Mapped[InductionItem] = relationship(
        primaryjoin="Verification.item_id == InductionItem.id",
        foreign_keys=[item_id],
        lazy="raise",
    )
    seen_by: Mapped[Person] = relationship(
        primaryjoin="Verification.seen_by_id == Person.id",
        foreign_keys=[seen_by_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def kind_words(self) -> str:
        """What kind of document it is, in words."""
        return KINDS[self.kind]

    @property
    def is_confirmed(self) -> bool:
        """Whether the person has confirmed it too."""
        return self.confirmed_at is not None
