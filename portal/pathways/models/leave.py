"""What an organisation has published about how leave counts as time in a role."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, belongs
from portal.pathways.progression.leave import FEWEST_MONTHS, MOST_MONTHS, LeaveRule

LONGEST_RULE = 1000


class PublishedLeaveRule(Owned, Base):
    """One published rule; the highest number counts, and without `months` all leave counts."""

    __tablename__ = "published_leave_rule"
    __table_args__ = (
        belongs("person", "published_by_id"),
        CheckConstraint(
            f"months BETWEEN {FEWEST_MONTHS} AND {MOST_MONTHS}", name="months_possible"
        ),
        CheckConstraint("months IS NULL OR words <> ''", name="said_in_words"),
        UniqueConstraint("organisation_id", "number"),
    )

    number: Mapped[int] = mapped_column(info=PUBLIC)
    months: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    since: Mapped[date] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(default="", info=PUBLIC)
    published_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    published_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    @property
    def rule(self) -> LeaveRule | None:
        """The rule as counting takes it; None where all leave counts."""
        return LeaveRule(self.months, self.since, self.words) if self.months else None
