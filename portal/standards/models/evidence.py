"""Evidence: pieces that show how somebody practises, each counted once, and what they show."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
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

# What a piece of evidence can be, and how pages call it.
KINDS = {
    "writing": "Something I wrote",
    "observation": "A direct observation",
    "feedback": "Feedback",
    "document": "A document seen in the case system",
    "learning": "Learning",
    "other": "Something else",
}
CHOSEN, SUGGESTED = "chosen", "suggested"
STATES = (CHOSEN, SUGGESTED)
# What comes onto the list by itself, as its rows are called.
BY_THEMSELVES = ("observation", "feedback", "verification")
LONGEST_TITLE, LONGEST_NOTE = 120, 300


class Evidence(Owned, Versioned, Base):
    """One piece of evidence of a person: what it is and when; it may point at a thing in here.

    A thing is evidence once: what was taken off the list comes back as the same row. What was
    withdrawn (a family took their consent back) does not come back.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "added_by_id"),
        one_of("kind", tuple(KINDS)),
        CheckConstraint("(subject_type = '') = (subject_id IS NULL)", name="points_whole"),
        UniqueConstraint("person_id", "subject_type", "subject_id"),
        Index("ix_evidence_listed", "person_id", "dated_on", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    title: Mapped[str] = mapped_column(info=PRIVATE)
    note: Mapped[str] = mapped_column(default="", info=PRIVATE)
    dated_on: Mapped[date] = mapped_column(info=PERSONAL)
    subject_type: Mapped[str] = mapped_column(default="", info=PUBLIC)
    subject_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    added_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    added_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    mapped_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    removed_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="Evidence.person_id == Person.id", foreign_keys=[person_id], lazy="raise"
    )

    @property
    def kind_words(self) -> str:
        """What it is, in words."""
        return KINDS[self.kind]

    @property
    def is_by_itself(self) -> bool:
        """Whether the portal put it on the list: its kind and its day are what happened."""
        return self.subject_type in BY_THEMSELVES


class StandardShown(Owned, Base):
    """A piece of evidence shows a standard: the person chose it, or somebody suggests it."""

    __tablename__ = "standard_shown"
    __table_args__ = (
        belongs("evidence", "evidence_id"),
        belongs("person", "person_id"),
        belongs("person", "by_id"),
        belongs("standards_move", "move_id"),
        one_of("state", STATES),
        UniqueConstraint("evidence_id", "framework_key", "standard_key"),
        Index("ix_standard_shown_counted", "person_id", "framework_key", "standard_key", "state"),
    )

    evidence_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    framework_key: Mapped[str] = mapped_column(info=PERSONAL)
    standard_key: Mapped[str] = mapped_column(info=PERSONAL)
    state: Mapped[str] = mapped_column(default=CHOSEN, info=PERSONAL)
    by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    move_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PUBLIC)


class StandardsMove(Owned, Versioned, Base):
    """Somebody moved from one framework to another; it can be undone while it is their last."""

    __tablename__ = "standards_move"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "moved_by_id"),
        CheckConstraint("from_key <> to_key", name="somewhere_else"),
        Index("ix_standards_move_last", "person_id", "moved_at"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    from_key: Mapped[str] = mapped_column(info=PERSONAL)
    to_key: Mapped[str] = mapped_column(info=PERSONAL)
    moved_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    moved_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PERSONAL)
    undone_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
