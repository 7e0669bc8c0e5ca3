"""Programmes of an organisation's own, and which of those that ship it offers."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.induction.programmes import Programme, reading
from portal.induction.programmes.faults import Fault, faults


class OwnProgramme(Owned, Versioned, Base):
    """A programme that the coordinator copied and changed; once published it never changes.

    `content` is what a file would hold. `key` belongs to one organisation and all its versions,
    `number` is the version; `base_key` and `base_version` are what it was copied from.
    """

    __tablename__ = "own_programme"
    __table_args__ = (
        belongs("person", "begun_by_id"),
        UniqueConstraint("key", "number"),
        CheckConstraint("number > 0", name="number_from_one"),
        CheckConstraint(
            "closed_on IS NULL OR published_on IS NOT NULL", name="only_published_close"
        ),
    )

    key: Mapped[str] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(default=1, info=PUBLIC)
    name: Mapped[str] = mapped_column(info=PUBLIC)
    content: Mapped[dict[str, Any]] = mapped_column(JSON, info=PUBLIC)
    base_key: Mapped[str] = mapped_column(info=PUBLIC)
    base_version: Mapped[str] = mapped_column(info=PUBLIC)
    begun_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    begun_on: Mapped[date] = mapped_column(info=PUBLIC)
    published_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed, and nobody can be on it."""
        return self.published_on is None

    @property
    def is_offered(self) -> bool:
        """Whether people can be enrolled on it."""
        return self.published_on is not None and self.closed_on is None

    @property
    def programme(self) -> Programme:
        """It as values; a draft as it stands, whether or not it holds together yet."""
        return reading.as_it_stands(self.content, "the programme")

    @property
    def faults(self) -> list[Fault]:
        """What does not hold together yet; nothing of a published one."""
        return list(faults(self.programme)) if self.is_draft else []


class ProgrammeChoice(Owned, Versioned, Base):
    """That a programme which ships with the portal is offered here, or is not, by whose choice."""

    __tablename__ = "programme_choice"
    __table_args__ = (
        belongs("person", "chosen_by_id"),
        UniqueConstraint("organisation_id", "key", "programme_version"),
    )

    key: Mapped[str] = mapped_column(info=PUBLIC)
    programme_version: Mapped[str] = mapped_column(info=PUBLIC)
    is_offered: Mapped[bool] = mapped_column(info=PUBLIC)
    chosen_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    chosen_on: Mapped[date] = mapped_column(info=PUBLIC)
