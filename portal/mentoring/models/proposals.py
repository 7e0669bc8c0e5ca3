"""Proposed pairings: each of the two says yes or no, and only with both does a pairing begin."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring.models.pairings import KINDS

if TYPE_CHECKING:
    from portal.people.models import Person

YES: Final = "yes"
NO: Final = "no"
AGREED: Final = "agreed"
DECLINED: Final = "declined"
LAPSED: Final = "lapsed"
WITHDRAWN: Final = "withdrawn"
OUTCOMES = (AGREED, DECLINED, LAPSED, WITHDRAWN)
STILL_WAITS = text("outcome IS NULL")


class PairProposal(Owned, Versioned, Base):
    """A pair that the coordinator proposes to both, until each has answered or it lapses."""

    __tablename__ = "pair_proposal"
    __table_args__ = (
        belongs("person", "coach_id"),
        belongs("person", "supported_id"),
        belongs("person", "proposed_by_id"),
        belongs("pairing", "pairing_id"),
        one_of("kind", KINDS),
        one_of("outcome", OUTCOMES),
        CheckConstraint("coach_id <> supported_id", name="two_people"),
        CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name="closed_whole"),
        CheckConstraint("pairing_id IS NULL OR outcome = 'agreed'", name="begun_once_agreed"),
        Index(
            "uq_pair_proposal_still_waits", "coach_id", "supported_id", "kind",
            unique=True, sqlite_where=STILL_WAITS, postgresql_where=STILL_WAITS,
        ),
        Index(None, "supported_id", "outcome"),
        Index(None, "coach_id", "outcome"),
        Index(None, "organisation_id", "proposed_at", "id"),
    )  # fmt: skip

    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    supported_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    started_on: Mapped[date] = mapped_column(info=PERSONAL)
    proposed_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    proposed_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    lapses_on: Mapped[date] = mapped_column(info=PERSONAL)
    outcome: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    closed_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    pairing_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)

    coach: Mapped["Person"] = relationship(
        primaryjoin="PairProposal.coach_id == Person.id",
        foreign_keys=coach_id, lazy="joined", innerjoin=True,
    )  # fmt: skip
    supported: Mapped["Person"] = relationship(
        primaryjoin="PairProposal.supported_id == Person.id",
        foreign_keys=supported_id, lazy="joined", innerjoin=True,
    )  # fmt: skip
    proposed_by: Mapped["Person"] = relationship(
        primaryjoin="PairProposal.proposed_by_id == Person.id",
        foreign_keys=proposed_by_id, lazy="joined", innerjoin=True,
    )  # fmt: skip
    answers: Mapped[list["PairAnswer"]] = relationship(
        primaryjoin="PairProposal.id == foreign(PairAnswer.proposal_id)", lazy="selectin",
        order_by="PairAnswer.answered_at",
    )  # fmt: skip

    @property
    def waits(self) -> bool:
        """Whether answers to it are still taken."""
        return self.closed_at is None and today() <= self.lapses_on

    @property
    def has_lapsed(self) -> bool:
        """Whether its last day went by, be it written down already or not."""
        return self.outcome == LAPSED or (self.closed_at is None and not self.waits)

    def joins(self, person: "Person") -> bool:
        """Whether this person is one of the two."""
        return person.id in (self.coach_id, self.supported_id)

    def other_than(self, person: "Person") -> "Person":
        """The one of the two who is not this person."""
        return self.coach if person.id == self.supported_id else self.supported

    def asks(self, person: "Person") -> bool:
        """Whether it waits for the answer of this person."""
        return self.waits and self.joins(person) and self.answer_of(person) is None

    def answer_of(self, person: "Person") -> "PairAnswer | None":
        """What this person has answered."""
        return next((each for each in self.answers if each.person_id == person.id), None)


class PairAnswer(Owned, Base):
    """What one of the two said to a proposal, and when; nobody is asked why."""

    __tablename__ = "pair_answer"
    __table_args__ = (
        belongs("pair_proposal", "proposal_id"),
        belongs("person", "person_id"),
        one_of("says", (YES, NO)),
        UniqueConstraint("proposal_id", "person_id"),
    )

    proposal_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    says: Mapped[str] = mapped_column(info=PERSONAL)
    answered_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
