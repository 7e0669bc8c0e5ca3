"""Pauses of a pairing: from a day until another, or until one of the two goes on."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, belongs, one_of
from portal.mentoring.models.pairings import Pairing
from portal.period import Period

REASONS: Final = {
    "leave": "One of us is away for a while",
    "busy": "There is much to do at the moment",
    "move": "One of us changes team or role",
    "other": "Something else",
}


class PairPause(Owned, Period, Base):
    """Days on which nothing is expected of a pair: who paused it, and why if they said so."""

    __tablename__ = "pair_pause"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("person", "paused_by_id"),
        one_of("reason", tuple(REASONS)),
        Index(None, "pairing_id", "started_on"),
    )

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    reason: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    paused_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    paused_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    pairing: Mapped[Pairing] = relationship(
        primaryjoin="PairPause.pairing_id == Pairing.id", foreign_keys=pairing_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def is_over(self) -> bool:
        """Whether its last day has gone by."""
        return self.ended_on is not None and self.ended_on < today()

    @property
    def reason_in_words(self) -> str:
        """Why, as one of the two said it; empty where nobody did."""
        return REASONS.get(self.reason or "", "")
