"""What a pair agreed about working together: each version a row, signed by both; goals sealed."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import sealing
from portal.clock import now
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring.models.pairings import Pairing
from portal.mentoring.models.sessions import MEDIA

if TYPE_CHECKING:
    from portal.people.models import Person

BOOKED_BY: Final = {
    "either": "Either of us",
    "supported": "Whoever is supported",
    "coach": "The coach or mentor",
}


class PairAgreement(Owned, Versioned, Base):
    """One version of what the two agreed; whoever wrote it has signed it by sending it.

    The other of the two signs it, or writes the next version. The highest number counts.
    """

    __tablename__ = "pair_agreement"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("person", "written_by_id"),
        belongs("person", "signed_by_id"),
        UniqueConstraint("pairing_id", "number"),
        CheckConstraint("number >= 1", name="number_counted"),
        one_of("medium", MEDIA),
        one_of("booked_by", tuple(BOOKED_BY)),
        CheckConstraint("signed_by_id <> written_by_id", name="signed_by_the_other"),
        CheckConstraint("(signed_by_id IS NULL) = (signed_at IS NULL)", name="signed_whole"),
    )

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    signed_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    signed_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    weeks_between: Mapped[int] = mapped_column(info=PERSONAL)
    notice_hours: Mapped[int] = mapped_column(info=PERSONAL)
    review_on: Mapped[date] = mapped_column(info=PERSONAL)
    # Empty in what was agreed before these were asked for.
    minutes: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    medium: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    booked_by: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    # Deleted with the notes of the pair; that they had agreed, and when, stays.
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)

    pairing: Mapped[Pairing] = relationship(
        primaryjoin="PairAgreement.pairing_id == Pairing.id", foreign_keys=pairing_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    def seal(self, goals: str) -> None:
        """Keep the goals, sealed for the place of this row."""
        self.id = self.id or uuid4()
        self.sealed = sealing.seal(goals, bound_to=self._place)

    @property
    def goals(self) -> str | None:
        """The goals in words; None where they were deleted, or cannot be read without their key."""
        if self.sealed is None:
            return None
        try:
            return sealing.unseal(self.sealed, bound_to=self._place)
        except sealing.UnreadableError:
            return None

    @property
    def was_emptied(self) -> bool:
        """Whether its goals were deleted, because their time was over."""
        return self.sealed is None

    @property
    def is_signed(self) -> bool:
        """Whether both have signed."""
        return self.signed_at is not None

    @property
    def waits_for(self) -> "Person | None":
        """Who of the two has still to sign it."""
        if self.is_signed:
            return None
        pairing = self.pairing
        is_coachs = self.written_by_id == pairing.coach_id
        return pairing.supported if is_coachs else pairing.coach

    @property
    def _place(self) -> str:
        return f"{self.__tablename__}:sealed:{self.id}:{self.organisation_id}"
