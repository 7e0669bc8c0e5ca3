"""Pairings: who coaches or mentors whom, and since when."""

from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring import when
from portal.period import Period

if TYPE_CHECKING:
    from portal.people.models import Person

COACHING: Final = "coaching"
MENTORING: Final = "mentoring"
KINDS = (COACHING, MENTORING)
STILL_OPEN = text("ended_on IS NULL")


class Pairing(Owned, Period, Versioned, Base):
    """A coach or mentor and one person they support, from a first day until it ends."""

    __tablename__ = "pairing"
    __table_args__ = (
        belongs("person", "coach_id"),
        belongs("person", "supported_id"),
        belongs("person", "started_by_id"),
        belongs("pairing", "in_place_of_id"),
        one_of("kind", KINDS),
        CheckConstraint("coach_id <> supported_id", name="two_people"),
        CheckConstraint("in_place_of_id IS NULL OR ended_on IS NOT NULL", name="cover_has_end"),
        Index(
            "uq_pairing_still_open", "coach_id", "supported_id", "kind",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
        Index(None, "coach_id", "started_on"),
        Index(None, "supported_id", "started_on"),
        Index(None, "organisation_id", "notes_until"),
        Index(None, "in_place_of_id", "started_on"),
    )  # fmt: skip

    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    supported_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    started_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    notes_until: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    """The last day on which the words of the two are kept, once it has ended."""
    in_place_of_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    """The pair whose coach or mentor is covered for; the last day is known from the start."""

    # Both names stand on every page about a pairing: they come with it, in the same statement.
    # Nested in the join of a session, they would be sought through every pairing there is.
    coach: Mapped["Person"] = relationship(
        primaryjoin="Pairing.coach_id == Person.id",
        foreign_keys=coach_id, lazy="joined", innerjoin="unnested",  # type: ignore[arg-type]
    )  # fmt: skip
    supported: Mapped["Person"] = relationship(
        primaryjoin="Pairing.supported_id == Person.id",
        foreign_keys=supported_id, lazy="joined", innerjoin="unnested",  # type: ignore[arg-type]
    )  # fmt: skip

    in_place_of: Mapped["Pairing | None"] = relationship(
        primaryjoin="Pairing.in_place_of_id == remote(Pairing.id)", foreign_keys=in_place_of_id,
    )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether the two work together today."""
        return self.covers(today())

    @property
    def has_ended(self) -> bool:
        """Whether somebody has ended it, even if its last day is still to come."""
        return self.ended_on is not None

    @property
    def is_over(self) -> bool:
        """Whether its last day has gone by."""
        return self.ended_on is not None and self.ended_on < today()

    @property
    def keeps_words(self) -> bool:
        """Whether what the two wrote for each other is still kept."""
        return self.notes_until is None or today() <= self.notes_until

    @property
    def role(self) -> str:
        """What whoever supports is in it: a coach or a mentor."""
        return "coach" if self.kind == COACHING else "mentor"

    @property
    def is_cover(self) -> bool:
        """Whether the coach or mentor only covers for another."""
        return self.in_place_of_id is not None

    @property
    def covered(self) -> "Pairing":
        """The pair whose coach or mentor is covered for, where this is a cover."""
        assert self.in_place_of is not None
        return self.in_place_of

    @property
    def last_day(self) -> date:
        """The last day, where there is one."""
        assert self.ended_on is not None
        return self.ended_on

    @property
    def span(self) -> when.Span:
        """The days it covers, as a plain value for the rules."""
        return when.Span(self.started_on, self.ended_on)

    def joins(self, person: "Person") -> bool:
        """Whether this person is one of the two."""
        return person.id in (self.coach_id, self.supported_id)

    def other_than(self, person: "Person") -> "Person":
        """The one of the two who is not this person."""
        return self.coach if person.id == self.supported_id else self.supported
