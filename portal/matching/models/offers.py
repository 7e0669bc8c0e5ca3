"""What people offer and look for, and with whom they should not be paired."""

import json
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import sealing
from portal.database import PERSONAL, PRIVATE, Base, Owned, Versioned, belongs

if TYPE_CHECKING:
    from portal.people.models import Person

MOST_PEOPLE, MOST_HOURS = 10, 40


class _AboutOneself:
    """What somebody chose to say about themself, sealed: only they and a round read it."""

    __tablename__: str
    id: Mapped[UUID]
    organisation_id: Mapped[UUID]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)

    @property
    def identity(self) -> list[str]:
        """The keys they chose; nothing where they cannot be read, because their key is gone."""
        if self.sealed is None:
            return []
        try:
            return list(json.loads(sealing.unseal(self.sealed, bound_to=self._place)))
        except sealing.UnreadableError:
            return []

    @identity.setter
    def identity(self, keys: Collection[str]) -> None:
        self.id = self.id or uuid4()
        self.sealed = sealing.seal(json.dumps(list(keys)), bound_to=self._place) if keys else None

    @property
    def _place(self) -> str:
        return f"{self.__tablename__}:sealed:{self.id}:{self.organisation_id}"


class SupportOffer(_AboutOneself, Owned, Versioned, Base):
    """What a coach or mentor offers: for what, to how many, what they are good at, until when not.

    Base and working days are those of the directory, so that nobody types them twice.
    """

    __tablename__ = "support_offer"
    __table_args__ = (
        belongs("person", "person_id"),
        UniqueConstraint("person_id"),
        CheckConstraint(f"people BETWEEN 0 AND {MOST_PEOPLE}", name="people_few"),
        CheckConstraint(f"hours BETWEEN 1 AND {MOST_HOURS}", name="hours_few"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kinds: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
    people: Mapped[int] = mapped_column(info=PERSONAL)
    """How many people at once, those already supported among them."""
    hours: Mapped[int] = mapped_column(info=PERSONAL)
    """Hours a month for all of it together."""
    practice: Mapped[str] = mapped_column(default="", info=PERSONAL)
    strengths: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
    languages: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
    paused_until: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    trained_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    in_directory: Mapped[bool] = mapped_column(default=False, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="SupportOffer.person_id == Person.id", foreign_keys=person_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    def is_paused(self, day: date) -> bool:
        """Whether nobody new is taken on this day."""
        return self.paused_until is not None and day <= self.paused_until


class SupportNeed(_AboutOneself, Owned, Versioned, Base):
    """What somebody looks for: coaching or mentoring, and what they would like to work on."""

    __tablename__ = "support_need"
    __table_args__ = (belongs("person", "person_id"), UniqueConstraint("person_id"))

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kinds: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
    goals: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)
    practice: Mapped[str] = mapped_column(default="", info=PERSONAL)
    languages: Mapped[list[str]] = mapped_column(JSON, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="SupportNeed.person_id == Person.id", foreign_keys=person_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip


class RuledOut(Owned, Base):
    """Somebody with whom a person should not be paired, as that person said, without a why."""

    __tablename__ = "ruled_out"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "other_id"),
        UniqueConstraint("person_id", "other_id"),
        CheckConstraint("person_id <> other_id", name="two_people"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    other_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    other: Mapped["Person"] = relationship(
        primaryjoin="RuledOut.other_id == Person.id", foreign_keys=other_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
