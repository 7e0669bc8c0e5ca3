"""Matching rounds: opened, collected, proposed, reviewed, and published together."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.matching.values import Weights
from portal.mentoring.models import KINDS, PairProposal

if TYPE_CHECKING:
    from portal.people.models import Person

COLLECTING: Final = "collecting"
REVIEW: Final = "review"
PUBLISHED: Final = "published"
WITHDRAWN: Final = "withdrawn"


class MatchRound(Owned, Versioned, Base):
    """A round: its kind, its last day, how much each wish counts, and what became of it when."""

    __tablename__ = "match_round"
    __table_args__ = (
        belongs("person", "opened_by_id"),
        belongs("person", "published_by_id"),
        belongs("person", "withdrawn_by_id"),
        one_of("kind", KINDS),
        CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)", name="published_whole"
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_whole"
        ),
        CheckConstraint("published_at IS NULL OR withdrawn_at IS NULL", name="one_end"),
        Index(None, "organisation_id", "opened_at", "id"),
    )

    name: Mapped[str] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    closes_on: Mapped[date] = mapped_column(info=PUBLIC)
    days_to_answer: Mapped[int] = mapped_column(info=PUBLIC)
    weights: Mapped[dict[str, int]] = mapped_column(JSON, info=PUBLIC)
    opened_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    opened_at: Mapped[datetime] = mapped_column(default=now, info=PUBLIC)
    proposed_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    summary: Mapped[str] = mapped_column(default="", info=PERSONAL)
    """What would help most of those who have nobody, as the last proposal found it."""
    published_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    published_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    @property
    def state(self) -> str:
        """Where it stands: collecting, review, published or withdrawn."""
        if self.withdrawn_at is not None:
            return WITHDRAWN
        if self.published_at is not None:
            return PUBLISHED
        return REVIEW if self.proposed_at is not None else COLLECTING

    @property
    def is_open(self) -> bool:
        """Whether it is neither published nor withdrawn."""
        return self.state in (COLLECTING, REVIEW)

    @property
    def weighed(self) -> Weights:
        """How much each wish counts, as the rules take it."""
        return Weights(**self.weights)


class MatchChoice(Owned, Base):
    """Whom somebody would choose in a round: the first, second or third (place 0, 1, 2)."""

    __tablename__ = "match_choice"
    __table_args__ = (
        belongs("match_round", "round_id"),
        belongs("person", "person_id"),
        belongs("person", "coach_id"),
        UniqueConstraint("round_id", "person_id", "place"),
        UniqueConstraint("round_id", "person_id", "coach_id"),
        CheckConstraint("place BETWEEN 0 AND 2", name="place_known"),
        CheckConstraint("person_id <> coach_id", name="two_people"),
    )

    round_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    place: Mapped[int] = mapped_column(info=PERSONAL)


class MatchPair(Owned, Versioned, Base):
    """What a round comes to for one person: with whom and why, or with nobody and why not.

    Reasons and alternatives are kept as the rules put them, so that a review reads what was
    decided on. From publication on it names the proposal that the two were asked with.
    """

    __tablename__ = "match_pair"
    __table_args__ = (
        belongs("match_round", "round_id"),
        belongs("person", "person_id"),
        belongs("person", "coach_id"),
        belongs("pair_proposal", "proposal_id"),
        UniqueConstraint("round_id", "person_id"),
        Index(None, "round_id", "coach_id"),
    )

    round_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    coach_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    is_locked: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    points: Mapped[int] = mapped_column(default=0, info=PERSONAL)
    ranked: Mapped[bool] = mapped_column(default=False, info=PERSONAL)
    choice: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    reasons: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)
    cautions: Mapped[list[str]] = mapped_column(JSON, default=list, info=PERSONAL)
    alternatives: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, info=PERSONAL)
    why: Mapped[str] = mapped_column(default="", info=PERSONAL)
    least: Mapped[str] = mapped_column(default="", info=PERSONAL)
    proposal_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)

    round: Mapped[MatchRound] = relationship(
        primaryjoin="MatchPair.round_id == MatchRound.id", foreign_keys=round_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    person: Mapped["Person"] = relationship(
        primaryjoin="MatchPair.person_id == Person.id", foreign_keys=person_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    coach: Mapped["Person | None"] = relationship(
        primaryjoin="MatchPair.coach_id == Person.id", foreign_keys=coach_id, lazy="joined"
    )
    proposal: Mapped[PairProposal | None] = relationship(
        primaryjoin="MatchPair.proposal_id == PairProposal.id", foreign_keys=proposal_id,
        lazy="raise",
    )  # fmt: skip
