"""Writing: a piece with its working text, the revisions that are kept, its readers, comments."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import LONDON, now
from portal.database import (
    PERSONAL,
    PRIVATE,
    PUBLIC,
    Base,
    Moment,
    Owned,
    Versioned,
    belongs,
    one_of,
)
from portal.people.models import Person

WRITING_KINDS = {
    "reflection": "Reflection",
    "plan": "Development plan",
    "self_assessment": "Self-assessment",
    "learning_note": "Learning note",
    "other": "Something else",
}
# Why a revision was kept.
REASONS = {
    "saved": "Saved",
    "shared": "Shared",
    "writing": "Kept while you were writing",
    "other window": "What another window had saved",
}
DELETED = text("deleted_at IS NOT NULL")
LONGEST_TITLE, LONGEST_TEXT = 120, 50_000
# For how long a deleted piece can be brought back.
BROUGHT_BACK_FOR = timedelta(days=30)
SETTLED = {"": "Waiting for you", "accepted": "Accepted", "resolved": "Resolved"}


class Piece(Owned, Versioned, Base):
    """Something that a person writes. It is theirs alone until they share it.

    `text` is the working copy, which autosave overwrites. Readers see the revision whose number
    is `shared_number`, never the working copy. What it answers (an item of a year, say) is only
    pointed at by kind and id.
    """

    __tablename__ = "piece"
    __table_args__ = (
        belongs("person", "person_id"),
        one_of("kind", tuple(WRITING_KINDS)),
        CheckConstraint("(subject_type = '') = (subject_id IS NULL)", name="points_whole"),
        UniqueConstraint("person_id", "subject_type", "subject_id"),
        Index("ix_piece_listed", "person_id", "worked_at", "id"),
        # Of the deleted alone: one of all would tempt SQLite to look through every piece there is.
        Index(
            "ix_piece_deleted", "deleted_at", "id", sqlite_where=DELETED, postgresql_where=DELETED
        ),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    title: Mapped[str] = mapped_column(info=PRIVATE)
    text: Mapped[str] = mapped_column(default="", info=PRIVATE)
    model_key: Mapped[str] = mapped_column(default="", info=PERSONAL)
    subject_type: Mapped[str] = mapped_column(default="", info=PUBLIC)
    subject_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    words_asked: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    minutes_asked: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    started_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    worked_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    kept_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    shared_number: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    # Since when it is deleted. It is gone from every page, and after 30 days from here too.
    deleted_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="Piece.person_id == Person.id",
        foreign_keys=[person_id],
        lazy="joined",
        innerjoin=True,
    )
    readers: Mapped[list["PieceReader"]] = relationship(
        primaryjoin="Piece.id == foreign(PieceReader.piece_id)",
        order_by="PieceReader.named_at, PieceReader.id",
        lazy="select",  # a policy asks about the one piece that a URL names
        viewonly=True,
    )

    @property
    def kind_words(self) -> str:
        """What it is, in words."""
        return WRITING_KINDS[self.kind]

    @property
    def is_deleted(self) -> bool:
        """Whether its writer deleted it; for a while it can be brought back."""
        return self.deleted_at is not None

    @property
    def brought_back_until(self) -> date | None:
        """The last day on which a deleted piece can be brought back for certain."""
        if self.deleted_at is None:
            return None
        return (self.deleted_at + BROUGHT_BACK_FOR).astimezone(LONDON).date() - timedelta(days=1)

    @property
    def reading_now(self) -> list["PieceReader"]:
        """Who may read what was shared of it today."""
        return [reader for reader in self.readers if reader.ended_at is None]

    @property
    def is_shared(self) -> bool:
        """Whether anybody else may read something of it."""
        return self.shared_number is not None and bool(self.reading_now)

    def is_read_by(self, person: Person) -> bool:
        """Whether it is shared with this person, who is not the one who writes."""
        return any(reader.person_id == person.id for reader in self.reading_now)


class PieceRevision(Owned, Base):
    """A text of a piece as it once stood, kept on Save, on sharing and while writing."""

    __tablename__ = "piece_revision"
    __table_args__ = (
        belongs("piece", "piece_id"),
        one_of("reason", tuple(REASONS)),
        CheckConstraint("number > 0", name="number_counts"),
        UniqueConstraint("piece_id", "number"),
    )

    piece_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PRIVATE)
    text: Mapped[str] = mapped_column(info=PRIVATE)
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    kept_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)

    piece: Mapped[Piece] = relationship(
        primaryjoin="PieceRevision.piece_id == Piece.id",
        foreign_keys=[piece_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def reason_words(self) -> str:
        """Why it was kept, in words."""
        return REASONS[self.reason]


class PieceReader(Owned, Base):
    """Somebody with whom a piece is shared, from a moment until it is taken back."""

    __tablename__ = "piece_reader"
    __table_args__ = (
        belongs("piece", "piece_id"),
        belongs("person", "person_id"),
        Index("ix_piece_reader_listed", "person_id", "named_at", "id"),
        Index(None, "piece_id"),
    )

    piece_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    named_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    named_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    ended_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="PieceReader.person_id == Person.id",
        foreign_keys=[person_id],
        lazy="joined",
        innerjoin=True,
    )


class PieceComment(Owned, Versioned, Base):
    """What a reader said about a shared piece, on a passage or on the whole."""

    __tablename__ = "piece_comment"
    __table_args__ = (
        belongs("piece", "piece_id"),
        belongs("person", "by_id"),
        one_of("settled_as", tuple(SETTLED)),
        Index("ix_piece_comment_listed", "piece_id", "said_at", "id"),
    )

    piece_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    number: Mapped[int] = mapped_column(info=PUBLIC)  # the revision that was read
    passage: Mapped[str] = mapped_column(default="", info=PRIVATE)
    text: Mapped[str] = mapped_column(info=PRIVATE)
    said_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    settled_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    settled_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    by: Mapped[Person] = relationship(
        primaryjoin="PieceComment.by_id == Person.id",
        foreign_keys=[by_id],
        lazy="joined",
        innerjoin=True,
    )
    piece: Mapped[Piece] = relationship(
        primaryjoin="PieceComment.piece_id == Piece.id",
        foreign_keys=[piece_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def settled_words(self) -> str:
        """What became of it, in words."""
        return SETTLED[self.settled_as]


class WritingChoice(Owned, Versioned, Base):
    """How a person likes to write: whether prompts are shown."""

    __tablename__ = "writing_choice"
    __table_args__ = (belongs("person", "person_id"), UniqueConstraint("person_id"))

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    shows_prompts: Mapped[bool] = mapped_column(default=True, info=PERSONAL)
