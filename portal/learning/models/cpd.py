"""Drafts of what somebody records with the regulator: theirs alone, never sent by the portal."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs


class CpdDraft(Owned, Versioned, Base):
    """A piece for the regulator's year that ends on a day; `from_id` is the piece it is made of."""

    __tablename__ = "cpd_draft"
    __table_args__ = (
        belongs("person", "person_id"),
        Index(None, "person_id", "year_ends_on", "begun_at"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    year_ends_on: Mapped[date] = mapped_column(info=PERSONAL)
    title: Mapped[str] = mapped_column(info=PRIVATE)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    has_peer_reflection: Mapped[bool] = mapped_column(default=False, info=PERSONAL)
    from_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    begun_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    recorded_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    @property
    def is_recorded(self) -> bool:
        """Whether the person has put it into their account with the regulator."""
        return self.recorded_on is not None
