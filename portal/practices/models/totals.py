"""What a practice types in for a quarter, and what crossed between it and the council's teams."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PUBLIC, Base, Owned, Versioned, belongs
from portal.practices import spans, totals
from portal.practices.models.contracts import Contract

POSSIBLE = " AND ".join(f"({key} IS NULL OR {key} BETWEEN 0 AND 9999)" for key in totals.KEYS)
COMPLETE = " AND ".join(f"{key} IS NOT NULL" for key in totals.KEYS)


class PracticeTotals(Owned, Versioned, Base):
    """The totals of a quarter, in one of their versions. They belong to the practice.

    A draft has no day of sending and is read by the practice alone. What was sent is never
    changed: a correction is the next number, with its reason, and both are kept.
    """

    __tablename__ = "practice_totals"
    __table_args__ = (
        ForeignKeyConstraint(
            ["contract_id", "council_id"], ["contract.id", "contract.organisation_id"]
        ),
        UniqueConstraint("contract_id", "quarter_on", "number"),
        CheckConstraint(POSSIBLE, name="counts_possible"),
        CheckConstraint(f"sent_on IS NULL OR ({COMPLETE})", name="sent_whole"),
        CheckConstraint("(number = 1) = (reason = '')", name="correction_says_why"),
    )

    contract_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    council_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    quarter_on: Mapped[date] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(default=1, info=PUBLIC)
    reason: Mapped[str] = mapped_column(default="", info=PUBLIC)
    sent_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)
    children: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    one_lead: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    two_leads: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    more_leads: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    same_12: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    same_24: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    leaving_care: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    after_care: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    lasting: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    moved_once: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)
    moved_more: Mapped[int | None] = mapped_column(default=None, info=PUBLIC)

    contract: Mapped[Contract] = relationship(
        primaryjoin="PracticeTotals.contract_id == Contract.id",
        foreign_keys="PracticeTotals.contract_id", lazy="joined", innerjoin=True, viewonly=True,
    )  # fmt: skip

    @property
    def is_draft(self) -> bool:
        """Whether it was not sent yet."""
        return self.sent_on is None

    @property
    def quarter(self) -> spans.Span:
        """Its quarter."""
        return spans.quarter_of(self.quarter_on)

    @property
    def counts(self) -> dict[str, int | None]:
        """The counts by key."""
        return {key: getattr(self, key) for key in totals.KEYS}


class TeamExchange(Owned, Versioned, Base):
    """What the practice took from the council's teams and gave back to them in a quarter.

    It belongs to the council and is read there alone.
    """

    __tablename__ = "team_exchange"
    __table_args__ = (
        belongs("contract", "contract_id"),
        UniqueConstraint("contract_id", "quarter_on"),
        CheckConstraint(
            "staff_moved BETWEEN 0 AND 9999 AND posts_given_up BETWEEN 0 AND 9999 "
            "AND handed_back BETWEEN 0 AND 9999",
            name="numbers_possible",
        ),
    )

    contract_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    quarter_on: Mapped[date] = mapped_column(info=PUBLIC)
    staff_moved: Mapped[int] = mapped_column(info=PUBLIC)
    posts_given_up: Mapped[int] = mapped_column(info=PUBLIC)
    handed_back: Mapped[int] = mapped_column(info=PUBLIC)
    said: Mapped[str] = mapped_column(default="", info=PUBLIC)

    @property
    def quarter(self) -> spans.Span:
        """Its quarter."""
        return spans.quarter_of(self.quarter_on)
