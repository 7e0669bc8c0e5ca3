"""A course that an organisation added, or changed from the one that ships with the portal."""

from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.learning.expiring import MOST_MONTHS


class Course(Owned, Versioned, Base):
    """A course by its key; what ships under the same key stands back for it."""

    __tablename__ = "course"
    __table_args__ = (
        belongs("person", "written_by_id"),
        CheckConstraint(f"months_valid BETWEEN 1 AND {MOST_MONTHS}", name="months_possible"),
        UniqueConstraint("organisation_id", "key"),
    )

    key: Mapped[str] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PUBLIC)
    about: Mapped[str] = mapped_column(info=PUBLIC)
    months_valid: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    is_offered: Mapped[bool] = mapped_column(default=True, info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
