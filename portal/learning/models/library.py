"""What people learn from: resources with tags, and notes of good practice between teams."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs

if TYPE_CHECKING:
    from portal.people.models import Person


class Resource(Owned, Versioned, Base):
    """Something to learn from: what it is, where it is found, and its tags."""

    __tablename__ = "resource"
    __table_args__ = (
        belongs("person", "added_by_id"),
        Index(None, "organisation_id", "added_at", "id"),
    )

    title: Mapped[str] = mapped_column(info=PUBLIC)
    about: Mapped[str] = mapped_column(info=PUBLIC)
    address: Mapped[str] = mapped_column(default="", info=PUBLIC)
    # Its tags, parted by commas; and all by which it is found, folded.
    tags: Mapped[str] = mapped_column(default="", info=PUBLIC)
    found_by: Mapped[str] = mapped_column(info=PUBLIC)
    added_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    added_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    added_by: Mapped["Person"] = relationship(
        primaryjoin="Resource.added_by_id == Person.id", foreign_keys=[added_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def tag_list(self) -> list[str]:
        """Its tags, each by itself."""
        return [each for each in self.tags.split(", ") if each]


class PracticeNote(Owned, Versioned, Base):
    """Something that works, written by one team for all others; once taken back it is not shown."""

    __tablename__ = "practice_note"
    __table_args__ = (
        belongs("person", "written_by_id"),
        Index(None, "organisation_id", "written_at", "id"),
    )

    title: Mapped[str] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PUBLIC)
    team: Mapped[str] = mapped_column(default="", info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    written_by: Mapped["Person"] = relationship(
        primaryjoin="PracticeNote.written_by_id == Person.id", foreign_keys=[written_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip


class PublishedReview(Owned, Versioned, Base):
    """Learning from a published review: its summary, what it means here, and a team briefing."""

    __tablename__ = "published_review"
    __table_args__ = (
        belongs("person", "written_by_id"),
        Index(None, "organisation_id", "published_on", "id"),
    )

    title: Mapped[str] = mapped_column(info=PUBLIC)
    published_by: Mapped[str] = mapped_column(info=PUBLIC)
    published_on: Mapped[date] = mapped_column(info=PUBLIC)
    address: Mapped[str] = mapped_column(default="", info=PUBLIC)
    summary: Mapped[str] = mapped_column(info=PUBLIC)
    means_here: Mapped[str] = mapped_column(info=PUBLIC)
    briefing: Mapped[str] = mapped_column(default="", info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)


class TeamBriefing(Owned, Base):
    """A team has talked about a published review: on which day, and who led that."""

    __tablename__ = "team_briefing"
    __table_args__ = (
        belongs("published_review", "review_id"),
        belongs("unit", "unit_id"),
        belongs("person", "briefed_by_id"),
        UniqueConstraint("review_id", "unit_id"),
    )

    review_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    unit_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    briefed_on: Mapped[date] = mapped_column(info=PUBLIC)
    briefed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    briefed_by: Mapped["Person"] = relationship(
        primaryjoin="TeamBriefing.briefed_by_id == Person.id", foreign_keys=[briefed_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip


class ReviewAction(Owned, Versioned, Base):
    """What is done here because of a published review: whose it is, by when, and when it was."""

    __tablename__ = "review_action"
    __table_args__ = (
        belongs("published_review", "review_id"),
        belongs("person", "owner_id"),
        Index(None, "review_id", "due_on"),
        Index(None, "owner_id", "done_on"),
    )

    review_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PUBLIC)
    owner_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    due_on: Mapped[date] = mapped_column(info=PUBLIC)
    done_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    owner: Mapped["Person"] = relationship(
        primaryjoin="ReviewAction.owner_id == Person.id", foreign_keys=[owner_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    review: Mapped[PublishedReview] = relationship(
        primaryjoin="ReviewAction.review_id == PublishedReview.id", foreign_keys=[review_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def standing(self) -> str:
        """How it stands, in the words of a tag."""
        if self.done_on:
            return "Done"
        return "Was due" if self.due_on < today() else "Open"
