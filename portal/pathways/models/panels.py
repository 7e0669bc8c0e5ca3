"""Panels of progression: the day, who sits on it, and what the organisation's rules say."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.pathways.progression import dates, letters

if TYPE_CHECKING:
    from portal.people.models import Person

MOST_PLACES, MOST_MEMBERS = 60, 30


class Panel(Owned, Versioned, Base):
    """One day on which a panel meets: until when applications are sent, places, quorum, chair."""

    __tablename__ = "panel"
    __table_args__ = (
        belongs("person", "chair_id"),
        belongs("person", "made_by_id"),
        CheckConstraint("send_by < meets_on", name="sent_before"),
        CheckConstraint(f"places BETWEEN 1 AND {MOST_PLACES}", name="places_possible"),
        CheckConstraint(f"quorum BETWEEN 1 AND {MOST_MEMBERS}", name="quorum_possible"),
        UniqueConstraint("organisation_id", "meets_on"),
    )

    meets_on: Mapped[date] = mapped_column(info=PUBLIC)
    send_by: Mapped[date] = mapped_column(info=PUBLIC)
    places: Mapped[int] = mapped_column(info=PUBLIC)
    quorum: Mapped[int] = mapped_column(info=PUBLIC)
    chair_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    made_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    made_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    chair: Mapped["Person"] = relationship(
        primaryjoin="Panel.chair_id == Person.id", foreign_keys="Panel.chair_id",
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    members: Mapped[list["PanelMember"]] = relationship(
        primaryjoin="Panel.id == foreign(PanelMember.panel_id)",
        order_by="PanelMember.id", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def member_ids(self) -> frozenset[UUID]:
        """Who sits on it."""
        return frozenset(member.person_id for member in self.members)

    def has_member(self, person: "Person") -> bool:
        """Whether this person sits on it."""
        return person.id in self.member_ids


class PanelMember(Owned, Base):
    """Somebody who sits on a panel."""

    __tablename__ = "panel_member"
    __table_args__ = (
        belongs("panel", "panel_id"),
        belongs("person", "person_id"),
        UniqueConstraint("panel_id", "person_id"),
        Index(None, "person_id"),
    )

    panel_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    named_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="PanelMember.person_id == Person.id",
        foreign_keys="PanelMember.person_id", lazy="joined", innerjoin=True,
    )  # fmt: skip


class ProgressionRule(Owned, Versioned, Base):
    """From which day an organisation pays a progression; without a row, from the panel's day."""

    __tablename__ = "progression_rule"
    __table_args__ = (
        belongs("person", "said_by_id"),
        one_of("paid_from", tuple(dates.PAID_FROM)),
        UniqueConstraint("organisation_id"),
    )

    paid_from: Mapped[str] = mapped_column(default=dates.FROM_PANEL, info=PUBLIC)
    said_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    said_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)


class LetterText(Owned, Base):
    """One approved text of a letter; the highest number is the one in use."""

    __tablename__ = "letter_text"
    __table_args__ = (
        belongs("person", "approved_by_id"),
        one_of("decision", tuple(letters.DECISIONS)),
        UniqueConstraint("organisation_id", "decision", "number"),
    )

    decision: Mapped[str] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PUBLIC)
    approved_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    approved_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
