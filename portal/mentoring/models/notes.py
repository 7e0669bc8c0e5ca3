"""What a pair keeps for itself: notes for the two of them, and what they agreed to do."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import sealing
from portal.clock import now, today
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs
from portal.mentoring.models.pairings import Pairing
from portal.mentoring.models.sessions import Session

if TYPE_CHECKING:
    from portal.people.models import Person


class SessionNote(Owned, Base):
    """One version of the note that the two of a session keep for each other; sealed (T52).

    The highest number is what the note says now. Nothing is ever overwritten.
    """

    __tablename__ = "session_note"
    __table_args__ = (
        belongs("mentoring_session", "session_id"),
        belongs("person", "written_by_id"),
        UniqueConstraint("session_id", "number"),
        CheckConstraint("number >= 1", name="number_counted"),
    )

    session_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=PRIVATE)

    written_by: Mapped["Person"] = relationship(
        primaryjoin="SessionNote.written_by_id == Person.id", foreign_keys=written_by_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @classmethod
    def of(cls, session: Session, words: str, *, number: int, by_id: UUID) -> "SessionNote":
        """A version of the note of this session, sealed for its place."""
        note = cls(
            id=uuid4(), organisation_id=session.organisation_id, session_id=session.id,
            number=number, written_by_id=by_id,
        )  # fmt: skip
        note.sealed = sealing.seal(words, bound_to=_place(note))
        return note

    @property
    def words(self) -> str | None:
        """What it says; None where it cannot be read, because its key is gone."""
        return _read(self)


class AgreedAction(Owned, Versioned, Base):
    """Something that one of a pair said they would do, with a day if they named one; sealed.

    It is carried on from session to session until it is done.
    """

    __tablename__ = "agreed_action"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("person", "owner_id"),
        belongs("person", "made_by_id"),
        Index(None, "pairing_id", "done_on"),
    )

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    owner_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    made_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    made_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    due_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    done_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=PRIVATE)

    pairing: Mapped[Pairing] = relationship(
        primaryjoin="AgreedAction.pairing_id == Pairing.id", foreign_keys=pairing_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @classmethod
    def of(
        cls, pairing: Pairing, words: str, *, owner_id: UUID, by_id: UUID, due_on: date | None
    ) -> "AgreedAction":
        """An action of this pair, sealed for its place."""
        action = cls(
            id=uuid4(), organisation_id=pairing.organisation_id, pairing_id=pairing.id,
            pairing=pairing, owner_id=owner_id, made_by_id=by_id, due_on=due_on,
        )  # fmt: skip
        action.sealed = sealing.seal(words, bound_to=_place(action))
        return action

    @property
    def words(self) -> str | None:
        """What was agreed; None where it cannot be read, because its key is gone."""
        return _read(self)

    @property
    def owner(self) -> "Person":
        """Who does it: one of the two."""
        pairing = self.pairing
        return pairing.coach if self.owner_id == pairing.coach_id else pairing.supported

    @property
    def is_done(self) -> bool:
        """Whether it has been done."""
        return self.done_on is not None


def _read(row: SessionNote | AgreedAction) -> str | None:
    try:
        return sealing.unseal(row.sealed, bound_to=_place(row))
    except sealing.UnreadableError:
        return None


def _place(row: SessionNote | AgreedAction) -> str:
    """Where words are bound to: table, column, row and organisation."""
    return f"{row.__tablename__}:sealed:{row.id}:{row.organisation_id}"
