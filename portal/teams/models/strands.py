"""What a team works on in particular, by the strengths that people choose from too."""

from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PUBLIC, Base, Owned, belongs


class TeamStrand(Owned, Base):
    """A strand of work that a team has chosen as its own, by its key in `people/strengths.toml`."""

    __tablename__ = "team_strand"
    __table_args__ = (
        belongs("unit", "unit_id"),
        UniqueConstraint("unit_id", "strand"),
        Index(None, "organisation_id", "strand", "unit_id"),
    )

    unit_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    strand: Mapped[str] = mapped_column(info=PUBLIC)
