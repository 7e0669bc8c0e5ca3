"""What a panel does with an application: conflicts, separate scores, outcome, letter, appeal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Optional
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
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
from portal.pathways.models.applications import Application
from portal.pathways.progression import dates, letters

if TYPE_CHECKING:
    from portal.people.models import Person

# Why a member does not score: no more is asked, and nothing is written beside it.
CONFLICTS: dict[str, str] = {
    "manages": "I manage them, or did within the last year",
    "close": "They are a friend or a relative",
    "supports": "I coach, mentor or assess them",
    "other": "Another reason",
}
UPHELD, STANDS = "looked at again", "stands"
APPEAL_ANSWERS: dict[str, str] = {
    UPHELD: "The panel looks at it again",
    STANDS: "The outcome stands",
}
LONGEST_REASON, LONGEST_COMMENT, LONGEST_LETTER = 2000, 1000, 20_000


class PanelConflict(Owned, Base):
    """A member of a panel declared a conflict of interest with an applicant."""

    __tablename__ = "panel_conflict"
    __table_args__ = (
        belongs("application", "application_id"),
        belongs("person", "person_id"),
        one_of("kind", tuple(CONFLICTS)),
        UniqueConstraint("application_id", "person_id"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    declared_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)


class ScoreSheet(Owned, Versioned, Base):
    """What one member makes of an application; theirs alone until the scores open.

    `scores` and `comments` hold an entry for the key of each requirement that was answered.
    """

    __tablename__ = "score_sheet"
    __table_args__ = (
        belongs("application", "application_id"),
        belongs("person", "person_id"),
        UniqueConstraint("application_id", "person_id"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    scores: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, info=PRIVATE)
    comments: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, info=PRIVATE)
    handed_in_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="ScoreSheet.person_id == Person.id",
        foreign_keys="ScoreSheet.person_id", lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def is_handed_in(self) -> bool:
        """Whether the member has said that these are their scores."""
        return self.handed_in_at is not None


class Outcome(Owned, Base):
    """What the panel decided. It is never changed: a later one supersedes it, with its reason."""

    __tablename__ = "outcome"
    __table_args__ = (
        belongs("application", "application_id"),
        belongs("person", "decided_by_id"),
        one_of("decision", tuple(letters.DECISIONS)),
        one_of("pay_rule", ("", *dates.PAID_FROM)),
        CheckConstraint("(number = 1) = (superseding_reason = '')", name="superseding_has_reason"),
        CheckConstraint("(paid_from_on IS NULL) = (pay_rule = '')", name="paid_by_a_rule"),
        UniqueConstraint("application_id", "number"),
        Index(None, "organisation_id", "decided_on"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    decision: Mapped[str] = mapped_column(info=PERSONAL)
    agreed: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, info=PRIVATE)
    """The score that the panel agreed on, by the key of each requirement."""
    reason: Mapped[str] = mapped_column(info=PRIVATE)
    feedback: Mapped[str] = mapped_column(info=PRIVATE)
    conditions: Mapped[str] = mapped_column(default="", info=PRIVATE)
    again_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    """By when the conditions are met, or the day on which a deferred one is looked at again."""
    pay_rule: Mapped[str] = mapped_column(default="", info=PUBLIC)
    paid_from_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    superseding_reason: Mapped[str] = mapped_column(default="", info=PRIVATE)
    decided_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    decided_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    appeal_by: Mapped[date] = mapped_column(info=PERSONAL)
    letter: Mapped[str] = mapped_column(info=PRIVATE)
    """The letter exactly as it was sent, from the approved text of that day."""
    letter_number: Mapped[int] = mapped_column(default=0, info=PUBLIC)
    """The number of the approved text; 0 is the one that ships with the portal."""

    application: Mapped[Application] = relationship(
        primaryjoin="Outcome.application_id == Application.id",
        foreign_keys="Outcome.application_id", lazy="joined", innerjoin=True,
    )  # fmt: skip
    appeal: Mapped[Optional["Appeal"]] = relationship(
        primaryjoin="Outcome.id == foreign(Appeal.outcome_id)", viewonly=True, lazy="joined",
    )  # fmt: skip

    @property
    def decision_words(self) -> str:
        """What was decided, in words."""
        return letters.DECISIONS[self.decision]

    @property
    def progresses(self) -> bool:
        """Whether the applicant progresses, with conditions or without."""
        return self.decision in letters.PROGRESSING


class Appeal(Owned, Versioned, Base):
    """An applicant's appeal against an outcome, the day by which it is answered, and the answer."""

    __tablename__ = "appeal"
    __table_args__ = (
        belongs("outcome", "outcome_id"),
        belongs("person", "answered_by_id"),
        one_of("answer", ("", *APPEAL_ANSWERS)),
        CheckConstraint("(answer = '') = (answered_on IS NULL)", name="answered_whole"),
        UniqueConstraint("outcome_id"),
        Index(None, "organisation_id", "answer_by"),
    )

    outcome_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    made_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    answer_by: Mapped[date] = mapped_column(info=PERSONAL)
    answer: Mapped[str] = mapped_column(default="", info=PERSONAL)
    answer_words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    answered_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    outcome: Mapped[Outcome] = relationship(
        primaryjoin="Appeal.outcome_id == Outcome.id", foreign_keys="Appeal.outcome_id",
        lazy="joined", innerjoin=True,
    )  # fmt: skip
