"""Signatures: who agreed to which exact text, as whom and when; and the texts themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, belongs, one_of
from portal.induction import signing
from portal.induction.models.years import Induction

SIGNED = ("agreement", "hand_over", "review")
STANDS = text("voided_at IS NULL")


class SignedText(Owned, Base):
    """A text exactly as somebody signed it. It is kept whatever becomes of the record."""

    __tablename__ = "signed_text"
    __table_args__ = (
        belongs("induction", "induction_id"),
        one_of("subject_type", SIGNED),
        UniqueConstraint("subject_id", "digest"),
        CheckConstraint("length(digest) = 64", name="digest_whole"),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    subject_type: Mapped[str] = mapped_column(info=PUBLIC)
    subject_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    digest: Mapped[str] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    kept_at: Mapped[datetime] = mapped_column(info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="SignedText.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def sections(self) -> list[signing.Section]:
        """What was signed, part by part."""
        return signing.read(self.words)


class Signature(Owned, Base):
    """One person's signature on one text: name and role as they were, the moment, the statement.

    It is void once the text it stands on was changed or opened again; it is never deleted.
    """

    __tablename__ = "signature"
    __table_args__ = (
        belongs("signed_text", "text_id"),
        belongs("person", "person_id"),
        one_of("party", signing.PARTIES),
        CheckConstraint("(voided_at IS NULL) = (voided_why = '')", name="void_has_a_reason"),
        Index(
            "uq_signature_standing", "subject_id", "party",
            unique=True, sqlite_where=STANDS, postgresql_where=STANDS,
        ),
        Index(None, "subject_id", "signed_at"),
    )  # fmt: skip

    text_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    subject_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    digest: Mapped[str] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    party: Mapped[str] = mapped_column(info=PUBLIC)
    name: Mapped[str] = mapped_column(info=PERSONAL)
    role: Mapped[str] = mapped_column(info=PERSONAL)
    statement: Mapped[str] = mapped_column(info=PUBLIC)
    signed_at: Mapped[datetime] = mapped_column(info=PERSONAL)
    voided_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    voided_why: Mapped[str] = mapped_column(default="", info=PUBLIC)

    @property
    def is_void(self) -> bool:
        """Whether it stands no more, because its text was changed or opened again."""
        return self.voided_at is not None
