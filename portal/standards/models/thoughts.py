"""Thoughts: something caught in a moment, to be taken to supervision, coaching or a reflection."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
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

GOES_TO = {
    "": "Not sorted yet",
    "supervision": "Supervision",
    "coaching": "Coaching",
    "reflection": "A reflection",
}
LONGEST_THOUGHT = 2000


class Thought(Owned, Versioned, Base):
    """One thought of a person, theirs alone: where it goes, and when it was taken up."""

    __tablename__ = "thought"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("piece", "piece_id"),
        one_of("goes_to", tuple(GOES_TO)),
        Index("ix_thought_listed", "person_id", "is_open", "caught_at", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    text: Mapped[str] = mapped_column(info=PRIVATE)
    goes_to: Mapped[str] = mapped_column(default="", info=PERSONAL)
    caught_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    is_open: Mapped[bool] = mapped_column(default=True, info=PERSONAL)
    taken_up_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    piece_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PUBLIC)

    @property
    def goes_to_words(self) -> str:
        """Where it goes, in words."""
        return GOES_TO[self.goes_to]
