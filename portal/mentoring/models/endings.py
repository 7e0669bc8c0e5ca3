"""What is written when a pairing has ended: what became of its goals, and a note for the next."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Optional
from uuid import UUID, uuid4

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import sealing
from portal.clock import now
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs
from portal.mentoring.models.agreements import PairAgreement
from portal.mentoring.models.pairings import Pairing


class LookBack(Owned, Versioned, Base):
    """What became of each goal of an agreement, as the two see it after their end; sealed."""

    __tablename__ = "look_back"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("pair_agreement", "agreement_id"),
        belongs("person", "written_by_id"),
        UniqueConstraint("pairing_id"),
    )

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    agreement_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    """The version of the agreement whose goals it is about."""
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=PRIVATE)

    agreement: Mapped[PairAgreement] = relationship(
        primaryjoin="LookBack.agreement_id == PairAgreement.id", foreign_keys=agreement_id,
    )  # fmt: skip

    def seal(self, became: Sequence[str]) -> None:
        """Keep what became of each goal, in their order, sealed for the place of this row."""
        self.id = self.id or uuid4()
        self.sealed = sealing.seal(json.dumps(list(became)), bound_to=_place(self))

    @property
    def became(self) -> list[str] | None:
        """What became of each goal; None where it cannot be read, because its key is gone."""
        words = _read(self)
        return None if words is None else list(json.loads(words))


class HandOverNote(Owned, Versioned, Base):
    """What a coach or mentor who leaves writes for the next one; sealed.

    The person supported reads it first, and alone until they let somebody else read it.
    """

    __tablename__ = "hand_over_note"
    __table_args__ = (belongs("pairing", "pairing_id"), UniqueConstraint("pairing_id"))

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=PRIVATE)

    pairing: Mapped[Pairing] = relationship(
        primaryjoin="HandOverNote.pairing_id == Pairing.id", foreign_keys=pairing_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    choice: Mapped[Optional["HandOverChoice"]] = relationship(
        primaryjoin="HandOverNote.id == HandOverChoice.note_id",
        foreign_keys="HandOverChoice.note_id", viewonly=True, lazy="joined",
    )  # fmt: skip

    def seal(self, words: str) -> None:
        """Keep the words, sealed for the place of this row."""
        self.id = self.id or uuid4()
        self.sealed = sealing.seal(words, bound_to=_place(self))

    @property
    def words(self) -> str | None:
        """What it says; None where it cannot be read, because its key is gone."""
        return _read(self)

    @property
    def released_to(self) -> Pairing | None:
        """The later pairing whose coach or mentor may read it."""
        return self.choice.pairing if self.choice else None


class HandOverChoice(Owned, Base):
    """What the person supported chose about a hand-over note: who may read it, or nobody else."""

    __tablename__ = "hand_over_choice"
    __table_args__ = (
        belongs("hand_over_note", "note_id"),
        belongs("pairing", "pairing_id"),
        belongs("person", "chosen_by_id"),
        UniqueConstraint("note_id"),
        Index(None, "pairing_id"),
    )

    note_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    pairing_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    """The later pairing whose coach or mentor may read it; none: they keep it to themself."""
    chosen_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    chosen_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    pairing: Mapped[Pairing | None] = relationship(
        primaryjoin="HandOverChoice.pairing_id == Pairing.id", foreign_keys=pairing_id,
    )  # fmt: skip


def _read(row: LookBack | HandOverNote) -> str | None:
    try:
        return sealing.unseal(row.sealed, bound_to=_place(row))
    except sealing.UnreadableError:
        return None


def _place(row: LookBack | HandOverNote) -> str:
    """Where words are bound to: table, column, row and organisation."""
    return f"{row.__tablename__}:sealed:{row.id}:{row.organisation_id}"
