"""Reviews at the programme's points: what happened, what three said, and reopening."""

from datetime import date
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import reviewing, signing
from portal.induction.models.years import Induction, InductionItem


class Review(Owned, Versioned, Base):
    """The record of one review. The portal fills in `facts`; people add comments and sign.

    Once all three have signed it is locked; the coordinator alone opens it again, with a reason.
    """

    __tablename__ = "review"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("induction_item", "item_id"),
        belongs("person", "begun_by_id"),
        UniqueConstraint("item_id"),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    item_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    facts: Mapped[list[list[str]]] = mapped_column(JSON, info=PERSONAL)
    since: Mapped[date] = mapped_column(info=PERSONAL)
    until: Mapped[date] = mapped_column(info=PERSONAL)
    begun_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    signed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="Review.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    item: Mapped[InductionItem] = relationship(
        primaryjoin="Review.item_id == InductionItem.id",
        foreign_keys=[item_id],
        lazy="select",  # asked of the one review that is open
        viewonly=True,
    )
    comments: Mapped[list["ReviewComment"]] = relationship(
        primaryjoin="Review.id == foreign(ReviewComment.review_id)",
        order_by="ReviewComment.position",
        lazy="joined",
        viewonly=True,
    )

    @property
    def is_locked(self) -> bool:
        """Whether all have signed, so that nobody writes in it any more."""
        return self.signed_on is not None

    @property
    def text(self) -> list[signing.Section]:
        """What is read and signed: the facts, and the comments that were shared."""
        facts = tuple(f"{label}: {value}" for label, value in self.facts)
        shared = tuple((reviewing.LABELS[c.party], c.words) for c in self.comments if c.words)
        return [
            signing.Section(reviewing.period(self.since, self.until), facts),
            signing.Section("Comments", (), shared),
        ]

    @property
    def digest(self) -> str:
        """The digest of the text as it is now."""
        return signing.digest_of(signing.canonical(self.text))


class ReviewComment(Owned, Versioned, Base):
    """What one of the three says: a draft that is theirs alone, and the words they shared."""

    __tablename__ = "review_comment"
    __table_args__ = (
        belongs("review", "review_id"),
        belongs("person", "written_by_id"),
        UniqueConstraint("review_id", "party"),
        one_of("party", signing.OF_THE_YEAR),
    )

    review_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    party: Mapped[str] = mapped_column(info=PUBLIC)
    position: Mapped[int] = mapped_column(info=PUBLIC)
    draft: Mapped[str] = mapped_column(default="", info=PRIVATE)
    words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    written_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    saved_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    shared_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    review: Mapped[Review] = relationship(
        primaryjoin="ReviewComment.review_id == Review.id",
        foreign_keys=[review_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def has_changed(self) -> bool:
        """Whether the draft says something that is not shared."""
        return self.draft != self.words


class Reopening(Owned, Base):
    """A locked review that the coordinator opened again, with the reason."""

    __tablename__ = "review_reopening"
    __table_args__ = (belongs("review", "review_id"), belongs("person", "by_id"))

    review_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    opened_on: Mapped[date] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(info=PRIVATE)
