"""Feedback about a newly qualified worker: what was asked for, and what came back."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import giving
from portal.induction.models.years import Induction
from portal.people.models import Person


class FeedbackRequest(Owned, Versioned, Base):
    """A link or code that takes one answer. Its token is signed, and stands in no table.

    Nothing says whom it was given to; days are kept, never the moment of an answer.
    """

    __tablename__ = "feedback_request"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "asked_by_id"),
        one_of("kind", giving.KINDS),
        one_of("way", giving.WAYS),
        Index(None, "induction_id", "asked_on"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    way: Mapped[str] = mapped_column(info=PUBLIC)
    asked_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    asked_on: Mapped[date] = mapped_column(info=PERSONAL)
    last_on: Mapped[date] = mapped_column(info=PUBLIC)
    reminded_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    nudged_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    used_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="FeedbackRequest.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    asked_by: Mapped[Person] = relationship(
        primaryjoin="FeedbackRequest.asked_by_id == Person.id",
        foreign_keys=[asked_by_id],
        lazy="joined",
        innerjoin=True,
    )

    def is_open(self, today: date) -> bool:
        """Whether it still takes an answer."""
        return self.used_on is None and today <= self.last_on


class Feedback(Owned, Versioned, Base):
    """One answer. Who gave it is not known; a professional says their role in words.

    Until its named reader has passed it on, the newly qualified worker knows only that it came.
    """

    __tablename__ = "feedback"
    __table_args__ = (
        belongs("feedback_request", "request_id"),
        belongs("induction", "induction_id"),
        belongs("induction_item", "item_id"),
        belongs("person", "read_by_id"),
        belongs("person", "typed_in_by_id"),
        one_of("kind", giving.KINDS),
        one_of("state", giving.STATES),
        one_of("listened", giving.SCALE),
        one_of("explained", giving.SCALE),
        one_of("reliable", giving.SCALE),
        CheckConstraint("(read_by_id IS NULL) = (read_on IS NULL)", name="read_by_somebody"),
        Index(None, "induction_id", "received_on"),
        Index(None, "organisation_id", "state", "read_by"),
        Index(None, "is_counted", "received_on"),
    )

    request_id: Mapped[UUID] = mapped_column(unique=True, info=PUBLIC)
    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    item_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    state: Mapped[str] = mapped_column(default=giving.TO_READ, info=PUBLIC)
    received_on: Mapped[date] = mapped_column(info=PERSONAL)
    read_by: Mapped[date] = mapped_column(info=PUBLIC)
    read_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    read_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    late_told_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    typed_in_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    is_counted: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    listened: Mapped[str] = mapped_column(default="", info=PRIVATE)
    explained: Mapped[str] = mapped_column(default="", info=PRIVATE)
    reliable: Mapped[str] = mapped_column(default="", info=PRIVATE)
    role_in_words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    connection: Mapped[str] = mapped_column(default="", info=PRIVATE)
    went_well: Mapped[str] = mapped_column(default="", info=PRIVATE)
    to_work_on: Mapped[str] = mapped_column(default="", info=PRIVATE)

    induction: Mapped[Induction] = relationship(
        primaryjoin="Feedback.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    request: Mapped[FeedbackRequest] = relationship(
        primaryjoin="Feedback.request_id == FeedbackRequest.id",
        foreign_keys=[request_id],
        lazy="raise",
        viewonly=True,
    )

    @property
    def is_passed_on(self) -> bool:
        """Whether the worker may read it."""
        return self.state == giving.PASSED_ON
