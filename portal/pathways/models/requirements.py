"""What somebody says themself about a requirement that nothing else can show."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs

LONGEST = 600


class RequirementStatement(Owned, Versioned, Base):
    """How one person shows one requirement of a place, in their own words; theirs alone."""

    __tablename__ = "requirement_statement"
    __table_args__ = (
        belongs("person", "person_id"),
        UniqueConstraint("person_id", "place_key", "requirement_key"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    place_key: Mapped[str] = mapped_column(info=PUBLIC)
    requirement_key: Mapped[str] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PRIVATE)
