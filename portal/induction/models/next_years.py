"""What comes after a programme: somebody's wish for the next one."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs


class NextProgrammeWish(Owned, Versioned, Base):
    """That somebody asked the coordinator to go on with a programme after this year."""

    __tablename__ = "next_programme_wish"
    __table_args__ = (belongs("induction", "induction_id"), UniqueConstraint("induction_id"))

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    programme_key: Mapped[str] = mapped_column(info=PUBLIC)
    programme_version: Mapped[str] = mapped_column(info=PUBLIC)
    asked_on: Mapped[date] = mapped_column(info=PERSONAL)
