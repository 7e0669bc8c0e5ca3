"""A question to a consultant, and what the two wrote: sealed, in the order in which they wrote."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.support import kinds, targets
from portal.support.kinds import DAY_ENDS
from portal.support.models.sealed import Sealed

if TYPE_CHECKING:
    from portal.people.models import Person

ASKED, ANSWERED, FOLLOWED_UP = "question", "answer", "follow-up"
PARTS = (ASKED, ANSWERED, FOLLOWED_UP)


class Question(Owned, Versioned, Base):
    """A question of one person to a consultant.

    `consultant_id` is who has it: asked by name, or who took it (`taken_at`); without one it waits
    for any. `awaits_answer`: the asker wrote last. `answered_at` is the first answer.
    `words_until` is the last day on which its words are kept, once it is closed.
    """

    __tablename__ = "question"
    __table_args__ = (
        belongs("person", "asker_id"),
        belongs("person", "consultant_id"),
        CheckConstraint("taken_at IS NULL OR consultant_id IS NOT NULL", name="taken_by_somebody"),
        CheckConstraint("(closed_at IS NULL) = (words_until IS NULL)", name="closed_is_dated"),
        CheckConstraint("minutes >= 0", name="minutes_counted"),
        Index(None, "organisation_id", "closed_at", "consultant_id", "due_on"),
        Index(None, "asker_id", "asked_at"),
    )

    asker_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    urgency: Mapped[str] = mapped_column(info=PERSONAL)
    consultant_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now, info=PERSONAL)
    due_on: Mapped[date] = mapped_column(info=PERSONAL)
    awaits_answer: Mapped[bool] = mapped_column(default=True, info=PERSONAL)
    taken_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    last_written_on: Mapped[date] = mapped_column(default=clock.today, info=PERSONAL)
    minutes: Mapped[int] = mapped_column(default=0, info=PERSONAL)
    thanked_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    closed_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    words_until: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    asker: Mapped["Person"] = relationship(
        primaryjoin="Question.asker_id == Person.id", foreign_keys=asker_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    consultant: Mapped["Person | None"] = relationship(
        primaryjoin="Question.consultant_id == Person.id", foreign_keys=consultant_id,
        lazy="joined",
    )  # fmt: skip

    @property
    def about(self) -> str:
        """What kind of help is asked for."""
        return kinds.label_of(self.kind)

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.closed_at is None

    @property
    def waits_for_any(self) -> bool:
        """Whether any consultant may take it."""
        return self.is_open and self.consultant_id is None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, and nothing was asked since."""
        return self.answered_at is not None and not self.awaits_answer

    @property
    def target(self) -> str:
        """By when it is to be answered, in words."""
        now = clock.today(), clock.time_of_day()
        return targets.in_words(self.due_on, *now, day_ends=DAY_ENDS)

    @property
    def is_past(self) -> bool:
        """Whether its target has gone by."""
        now = clock.today(), clock.time_of_day()
        return targets.is_past(self.due_on, *now, day_ends=DAY_ENDS)

    @property
    def state(self) -> str:
        """Where it stands, in a few words."""
        if not self.is_open:
            return "Closed"
        if self.is_answered:
            return "Answered"
        if self.consultant is None:
            return "Waits for a consultant"
        return "With a consultant" if self.taken_at else "Waits for the consultant"


class QuestionWords(Owned, Sealed, Base):
    """What one of the two wrote to the other, in the order of `number`; never changed."""

    __tablename__ = "question_words"
    __table_args__ = (
        belongs("question", "question_id"),
        belongs("person", "written_by_id"),
        one_of("part", PARTS),
        UniqueConstraint("question_id", "number"),
        CheckConstraint("sealed IS NOT NULL", name="has_words"),
    )

    question_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    part: Mapped[str] = mapped_column(info=PUBLIC)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=clock.now, info=PERSONAL)

    written_by: Mapped["Person"] = relationship(
        primaryjoin="QuestionWords.written_by_id == Person.id", foreign_keys=written_by_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
