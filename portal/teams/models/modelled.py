"""Models of teams that an organisation wrote itself, and which team keeps to which model."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PUBLIC, Base, Owned, Versioned, belongs
from portal.period import Period
from portal.teams.modelling import Model, model_of


class TeamModel(Owned, Versioned, Base):
    """One edition of a model of teams that this organisation keeps.

    While no team is on an edition it can be changed; after that a change makes the next one.
    """

    __tablename__ = "team_model"
    __table_args__ = (
        UniqueConstraint("organisation_id", "key", "number"),
        CheckConstraint("number > 0", name="number_from_one"),
    )

    key: Mapped[str] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    # The plain values of the model, as `modelling.model_of` reads them.
    content: Mapped[dict[str, Any]] = mapped_column(JSON, info=PUBLIC)

    @property
    def model(self) -> Model:
        """The model that it describes."""
        return model_of(self.content)


class TeamOnModel(Owned, Period, Versioned, Base):
    """A team keeps to an edition of a model from a day on. Edition 0 is the one that is shipped."""

    __tablename__ = "team_on_model"
    __table_args__ = (
        belongs("unit", "unit_id"),
        UniqueConstraint("unit_id", "started_on"),
        Index(None, "organisation_id", "model_key", "model_number"),
    )

    unit_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    model_key: Mapped[str] = mapped_column(info=PUBLIC)
    model_number: Mapped[int] = mapped_column(info=PUBLIC)
