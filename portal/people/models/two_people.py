"""Two records that look like one person and are two people: who said so, and when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, Base, Moment, Owned, belongs


class TwoPeople(Owned, Base):
    """Somebody in HR looked at two who seem to be one, and put that aside; lower id first."""

    __tablename__ = "two_people"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "other_id"),
        belongs("person", "told_apart_by_id"),
        UniqueConstraint("person_id", "other_id"),
        Index(None, "organisation_id", "told_apart_at", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    other_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    told_apart_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    told_apart_at: Mapped[datetime] = mapped_column(Moment, info=PERSONAL)
