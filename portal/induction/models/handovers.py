"""Hand-overs: how one assessor follows another, or comes first, on a day."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs
from portal.induction import signing
from portal.induction.models.years import Induction
from portal.people.models import Person
from portal.web import days


class HandOver(Owned, Versioned, Base):
    """One change of assessor: from whom, to whom, from which day. Rows are the year's history.

    From the day on the next assessor sees the year and the one before does not. One that was
    taken back before its day stays, as taken back.
    """

    __tablename__ = "hand_over"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "from_id"),
        belongs("person", "to_id"),
        belongs("person", "planned_by_id"),
        CheckConstraint("from_id IS NULL OR from_id <> to_id", name="to_another"),
        Index(None, "induction_id", "from_on"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    from_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    to_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    from_on: Mapped[date] = mapped_column(info=PERSONAL)
    actions: Mapped[str] = mapped_column(default="", info=PRIVATE)
    planned_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    planned_on: Mapped[date] = mapped_column(info=PERSONAL)
    taken_back_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    confirmed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="HandOver.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    before: Mapped[Person | None] = relationship(
        primaryjoin="HandOver.from_id == Person.id", foreign_keys=[from_id], lazy="joined"
    )
    after: Mapped[Person] = relationship(
        primaryjoin="HandOver.to_id == Person.id",
        foreign_keys=[to_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def is_planned(self) -> bool:
        """Whether its day is still to come."""
        return self.taken_back_on is None and self.from_on > clock.today()

    @property
    def takes_the_word_of_both(self) -> bool:
        """Whether who hands over may still confirm: until two weeks after the day."""
        asked_until = self.from_on + timedelta(days=14)
        return self.taken_back_on is None and clock.today() <= asked_until

    @property
    def is_between_two(self) -> bool:
        """Whether one assessor hands over to another; a first assessor takes nothing over."""
        return self.from_id is not None

    @property
    def text(self) -> list[signing.Section]:
        """What the three confirm."""
        said = (
            f"{self.before.name if self.before else 'Nobody'} assesses until the day before.",
            f"{self.after.name} assesses from {days.in_words(self.from_on)}.",
        )
        words = (("Agreed actions", self.actions),) if self.actions else ()
        return [signing.Section("Hand-over of the assessment", said, words)]

    @property
    def digest(self) -> str:
        """The digest of the text as it is now."""
        return signing.digest_of(signing.canonical(self.text))
