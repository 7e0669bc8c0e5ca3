"""Ratings: where somebody stands by each standard, in plain words, at three points of a year."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PRIVATE, Base, Moment, Owned, Versioned, belongs, one_of
from portal.standards.comparing import POINTS, VIEWS


class RatingSet(Owned, Versioned, Base):
    """One view of a person at one point: their own, the assessor's, or theirs looking back.

    `words` holds the key of a rating for each standard that was answered. A view is a draft until
    it is finished; the person's own stays theirs until they share it.
    """

    __tablename__ = "rating_set"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "by_id"),
        one_of("point", POINTS),
        one_of("view", VIEWS),
        CheckConstraint("shared_at IS NULL OR finished_at IS NOT NULL", name="shared_is_finished"),
        UniqueConstraint("person_id", "framework_key", "point", "view"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    framework_key: Mapped[str] = mapped_column(info=PERSONAL)
    point: Mapped[str] = mapped_column(info=PERSONAL)
    view: Mapped[str] = mapped_column(info=PERSONAL)
    words: Mapped[dict[str, str]] = mapped_column(JSON, info=PRIVATE)
    finished_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    shared_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    @property
    def is_finished(self) -> bool:
        """Whether its author has said that it is finished."""
        return self.finished_at is not None

    @property
    def is_shared(self) -> bool:
        """Whether the person let their assessor and manager read their own view."""
        return self.shared_at is not None
