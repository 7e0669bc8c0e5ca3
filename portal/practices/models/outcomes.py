"""How the council rates the six outcomes of a half-year, and what it decided to pay."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.models import Person
from portal.practices import spans, terms

KNOWN_RATINGS = tuple(each.key for each in terms.RATINGS)


class Assessment(Owned, Versioned, Base):
    """The ratings of a half-year; once closed nothing in it changes any more."""

    __tablename__ = "practice_assessment"
    __table_args__ = (
        belongs("contract", "contract_id"),
        UniqueConstraint("contract_id", "half_on"),
    )

    contract_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    half_on: Mapped[date] = mapped_column(info=PUBLIC)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    ratings: Mapped[list["OutcomeRating"]] = relationship(
        primaryjoin="Assessment.id == foreign(OutcomeRating.assessment_id)",
        order_by="OutcomeRating.outcome", lazy="selectin", viewonly=True,
    )  # fmt: skip

    @property
    def half(self) -> spans.Span:
        """Its half-year."""
        return spans.half_of(self.half_on)

    @property
    def is_closed(self) -> bool:
        """Whether it stands as it is for good."""
        return self.closed_on is not None

    @property
    def by_outcome(self) -> dict[str, "OutcomeRating"]:
        """The ratings by outcome."""
        return {each.outcome: each for each in self.ratings}


class OutcomeRating(Owned, Versioned, Base):
    """One outcome as the council rates it, with its reason, and the practice's view beside it."""

    __tablename__ = "outcome_rating"
    __table_args__ = (
        belongs("practice_assessment", "assessment_id"),
        one_of("outcome", tuple(each.key for each in terms.OUTCOMES)),
        one_of("rating", KNOWN_RATINGS),
        CheckConstraint("reason <> ''", name="says_why"),
        UniqueConstraint("assessment_id", "outcome"),
    )

    assessment_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    outcome: Mapped[str] = mapped_column(info=PUBLIC)
    rating: Mapped[str] = mapped_column(info=PUBLIC)
    reason: Mapped[str] = mapped_column(info=PUBLIC)
    view: Mapped[str] = mapped_column(default="", info=PUBLIC)

    @property
    def words(self) -> str:
        """The rating in words."""
        return terms.titles(terms.RATINGS)[self.rating]


class PaymentDecision(Owned, Base):
    """What was decided to pay for a half-year, by a person; the next number takes its place."""

    __tablename__ = "payment_decision"
    __table_args__ = (
        belongs("contract", "contract_id"),
        belongs("person", "decided_by_id"),
        one_of("decision", tuple(each.key for each in terms.DECISIONS)),
        CheckConstraint("(decision = 'part') = (amount IS NOT NULL)", name="part_says_amount"),
        CheckConstraint("amount IS NULL OR amount > 0", name="amount_possible"),
        CheckConstraint("reason <> ''", name="says_why"),
        UniqueConstraint("contract_id", "half_on", "number"),
    )

    contract_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    half_on: Mapped[date] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(default=1, info=PUBLIC)
    decision: Mapped[str] = mapped_column(info=PUBLIC)
    amount: Mapped[Decimal | None] = mapped_column(Numeric(11, 2), default=None, info=PUBLIC)
    reason: Mapped[str] = mapped_column(info=PUBLIC)
    decided_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    decided_on: Mapped[date] = mapped_column(info=PUBLIC)

    decided_by: Mapped[Person] = relationship(
        primaryjoin="PaymentDecision.decided_by_id == Person.id", foreign_keys=[decided_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def half(self) -> spans.Span:
        """Its half-year."""
        return spans.half_of(self.half_on)

    @property
    def words(self) -> str:
        """The decision in words, with its amount."""
        said = terms.titles(terms.DECISIONS)[self.decision]
        return f"{said}: £{self.amount:,.2f}" if self.amount is not None else said
