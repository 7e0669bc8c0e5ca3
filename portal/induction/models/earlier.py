"""What took place before the portal: facts from a list, and where they come from."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Moment, Owned, belongs
from portal.induction import earlier
from portal.induction.models.years import Induction, InductionItem
from portal.people.models import Person


class EarlierRecord(Owned, Base):
    """That something of a year took place before the portal: its kind, its day, by whom.

    Facts only; what was written stays where it was. `source` names the list that it came with,
    and `row` the row of it. `item_id` is what of the year it stands for, if anything does.
    """

    __tablename__ = "earlier_record"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("induction_item", "item_id"),
        belongs("person", "brought_in_by_id"),
        UniqueConstraint("induction_id", "kind", "held_on"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    item_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    held_on: Mapped[date] = mapped_column(info=PERSONAL)
    by_whom: Mapped[str] = mapped_column(default="", info=PERSONAL)
    source: Mapped[str] = mapped_column(info=PERSONAL)
    row: Mapped[int] = mapped_column(info=PUBLIC)
    brought_in_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    brought_in_at: Mapped[datetime] = mapped_column(Moment, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="EarlierRecord.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    item: Mapped[InductionItem | None] = relationship(
        primaryjoin="EarlierRecord.item_id == InductionItem.id",
        foreign_keys=[item_id],
        lazy="select",  # asked of the one record that is taken back
        viewonly=True,
    )
    brought_in_by: Mapped[Person] = relationship(
        primaryjoin="EarlierRecord.brought_in_by_id == Person.id",
        foreign_keys=[brought_in_by_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def title(self) -> str:
        """What pages call it."""
        return earlier.title(self.kind, self.induction.programme)
