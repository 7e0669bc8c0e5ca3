"""The support and assessment agreement of a year: its versions, and the parts of each."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import agreeing, signing
from portal.induction.models.years import Induction


class Agreement(Owned, Versioned, Base):
    """One version of what a year's support and assessment are agreed to be.

    `facts` holds what the portal knew when it was last saved, by the key of the part; assessor and
    planned end say for whom and until when it was agreed. A draft follows the people of the year:
    `followed` is what is known today, which its readers see and sign, and which is kept with the
    next deed. A version that all have signed is never changed: the next one begins from it.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "assessor_id"),
        belongs("person", "begun_by_id"),
        UniqueConstraint("induction_id", "number"),
        one_of("reason", tuple(agreeing.REASONS)),
        CheckConstraint("number > 0", name="number_from_one"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    assessor_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    planned_end_on: Mapped[date] = mapped_column(info=PERSONAL)
    facts: Mapped[dict[str, list[str]]] = mapped_column(JSON, info=PRIVATE)
    begun_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    begun_on: Mapped[date] = mapped_column(info=PERSONAL)
    signed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="Agreement.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    parts: Mapped[list["AgreementPart"]] = relationship(
        primaryjoin="Agreement.id == foreign(AgreementPart.agreement_id)",
        order_by="AgreementPart.position",
        lazy="joined",
        viewonly=True,
    )

    followed: ClassVar[dict[str, list[str]] | None] = None

    @property
    def known(self) -> dict[str, list[str]]:
        """What the portal fills in, by the key of the part."""
        if self.followed is None or self.is_signed:
            return self.facts
        return self.followed

    @property
    def is_signed(self) -> bool:
        """Whether all have signed it, so that nobody changes it any more."""
        return self.signed_on is not None

    @property
    def title(self) -> str:
        """What pages call it."""
        return f"Support and assessment agreement, version {self.number}"

    @property
    def text(self) -> list[signing.Section]:
        """What is read and signed, part by part."""
        return [
            signing.Section(
                part.step.title,
                tuple(self.known.get(part.key, ())),
                ((part.step.label, part.words),) if part.words else (),
            )
            for part in self.parts
        ]

    @property
    def digest(self) -> str:
        """The digest of the text as it is now."""
        return signing.digest_of(signing.canonical(self.text))


class AgreementPart(Owned, Versioned, Base):
    """One step of an agreement, in the words of those who make it."""

    __tablename__ = "agreement_part"
    __table_args__ = (
        belongs("agreement", "agreement_id"),
        UniqueConstraint("agreement_id", "key"),
        one_of("key", tuple(step.key for step in agreeing.STEPS)),
    )

    agreement_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    position: Mapped[int] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    saved_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    agreement: Mapped[Agreement] = relationship(
        primaryjoin="AgreementPart.agreement_id == Agreement.id",
        foreign_keys=[agreement_id],
        lazy="joined",
        innerjoin=True,
    )

    @property
    def step(self) -> agreeing.Step:
        """What is asked here."""
        return agreeing.step(self.key)
