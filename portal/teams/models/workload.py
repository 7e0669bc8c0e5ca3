"""What people carry: counts of workload in points."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, Base, Owned, Versioned, belongs
from portal.teams import workload


class WorkloadCount(Owned, Versioned, Base):
    """How many points somebody carried on a day, counted by them or by their manager."""

    __tablename__ = "workload_count"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "counted_by_id"),
        CheckConstraint(f"points BETWEEN 0 AND {workload.MOST}", name="points_possible"),
        UniqueConstraint("person_id", "counted_on"),
        Index(None, "organisation_id", "counted_on"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    counted_on: Mapped[date] = mapped_column(info=PERSONAL)
    points: Mapped[int] = mapped_column(info=PERSONAL)
    counted_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
