"""What somebody holds and may expire, and what they have heard of it."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.learning.catalogue import KINDS
from portal.learning.expiring import WHEN
from portal.people.models import Post

if TYPE_CHECKING:
    from portal.people.models import Person


class Qualification(Owned, Versioned, Base):
    """A stage, an approval, a training or another thing that somebody holds since a day.

    `key` says what it is: that of a course, of something kept, or the folded words of its own
    title. Of two with the same key the one that lasts longer counts. What was attended here
    points at its booking; what was written down in error, or has ended, is set aside.
    """

    __tablename__ = "qualification"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "recorded_by_id"),
        belongs("booking", "booking_id"),
        one_of("kind", KINDS),
        CheckConstraint("expires_on IS NULL OR expires_on >= awarded_on", name="dates_in_order"),
        UniqueConstraint("booking_id"),
        Index(None, "organisation_id", "expires_on", "id"),
        Index(None, "person_id", "key", "expires_on"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    key: Mapped[str] = mapped_column(info=PERSONAL)
    title: Mapped[str] = mapped_column(info=PERSONAL)
    awarded_on: Mapped[date] = mapped_column(info=PERSONAL)
    expires_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    booking_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    recorded_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    set_aside_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="Qualification.person_id == Person.id", foreign_keys=[person_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    posts: Mapped[list[Post]] = relationship(
        primaryjoin="Qualification.person_id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def is_said_by_holder(self) -> bool:
        """Whether whoever holds it wrote it down themself."""
        return self.recorded_by_id == self.person_id

    @property
    def is_certificate(self) -> bool:
        """Whether it is for a course that was attended here."""
        return self.booking_id is not None


class ExpiryTold(Owned, Base):
    """That somebody heard of an expiry, so that nobody hears of it twice."""

    __tablename__ = "expiry_told"
    __table_args__ = (
        belongs("person", "person_id"),
        one_of("of", ("registration", "qualification")),
        one_of("told", WHEN),
        UniqueConstraint("subject_id", "expires_on", "told"),
        Index(None, "organisation_id", "expires_on"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    of: Mapped[str] = mapped_column(info=PUBLIC)
    subject_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    expires_on: Mapped[date] = mapped_column(info=PERSONAL)
    told: Mapped[str] = mapped_column(info=PUBLIC)
    told_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
