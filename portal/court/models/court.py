"""A consultant beside somebody who goes to court for the first time, and what stays of it."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import sealing
from portal.clock import today
from portal.court import tracking
from portal.court.checklist import VIEWS
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of

if TYPE_CHECKING:
    from portal.people.models import Person

NOT_YET = "not yet"


class CourtSupport(Owned, Versioned, Base):
    """One matter of a practitioner, called by a letter, and the consultant who goes with them.

    Nobody but the two sees it. It is offered until the practitioner says yes. Everything in it is
    deleted three months after the debrief, `ReadyToLead` alone stays.
    """

    __tablename__ = "court_support"
    __table_args__ = (
        belongs("person", "practitioner_id"),
        belongs("person", "consultant_id"),
        belongs("person", "offered_by_id"),
        UniqueConstraint("practitioner_id", "letter"),
        CheckConstraint("practitioner_id <> consultant_id", name="two_people"),
        one_of("verdict", ("", NOT_YET)),
    )

    practitioner_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    consultant_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    letter: Mapped[str] = mapped_column(info=PUBLIC)
    offered_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    offered_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    accepted_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    shadowed_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    drafted_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    checked_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    heard_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    debriefed_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    deadline_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    hearing_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    reminded_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    verdict: Mapped[str] = mapped_column(default="", info=PRIVATE)
    # What the two noted when they talked about it; and what is still to come after a "not yet".
    sealed_debrief: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)
    sealed_next: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)

    practitioner: Mapped["Person"] = relationship(
        primaryjoin="CourtSupport.practitioner_id == Person.id", foreign_keys=[practitioner_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    consultant: Mapped["Person"] = relationship(
        primaryjoin="CourtSupport.consultant_id == Person.id", foreign_keys=[consultant_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def done(self) -> dict[str, date]:
        """The days of the steps that took place."""
        found = ((step.key, getattr(self, f"{step.key}_on")) for step in tracking.STEPS)
        return {key: day for key, day in found if day}

    @property
    def words(self) -> str:
        """Where it stands, in a sentence."""
        return tracking.in_words(self.letter, self.done)

    @property
    def next_day(self) -> date | None:
        """The next day that is set for it, a deadline or a hearing, from today on."""
        ahead = [day for day in (self.deadline_on, self.hearing_on) if day and day >= today()]
        return min(ahead, default=None)

    @property
    def deleted_on(self) -> date | None:
        """The last day on which it is kept, once they talked about it."""
        return tracking.deleted_on(self.done)

    def other_than(self, person: "Person") -> "Person":
        """The other of the two."""
        return self.consultant if person.id == self.practitioner_id else self.practitioner

    @property
    def debrief(self) -> str:
        """What the two noted when they talked about it."""
        return _unsealed(self, "sealed_debrief")

    @property
    def what_next(self) -> str:
        """What the consultant wrote with a "not yet"."""
        return _unsealed(self, "sealed_next")

    def seal(self, column: str, words: str) -> None:
        """Keep words sealed in one of its columns; it has its id already."""
        setattr(self, column, sealing.seal(words, bound_to=_place(self, column)) if words else None)


class CourtPoint(Owned, Versioned, Base):
    """A point of the checklist: ticked by who wrote the draft, looked at by the consultant."""

    __tablename__ = "court_point"
    __table_args__ = (
        belongs("court_support", "support_id"),
        UniqueConstraint("support_id", "key"),
        one_of("view", VIEWS),
    )

    support_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    is_done: Mapped[bool] = mapped_column(default=False, info=PRIVATE)
    view: Mapped[str] = mapped_column(default="", info=PRIVATE)
    sealed_words: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)

    @property
    def words(self) -> str:
        """What is to be done again."""
        return _unsealed(self, "sealed_words")

    def seal(self, words: str) -> None:
        """Keep what is to be done again, sealed; it has its id already."""
        place = _place(self, "sealed_words")
        self.sealed_words = sealing.seal(words, bound_to=place) if words else None


class ReadyToLead(Owned, Base):
    """A consultant found that somebody is ready to lead in court. It outlives the matter."""

    __tablename__ = "ready_to_lead"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "decided_by_id"),
        UniqueConstraint("person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    decided_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    decided_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)

    decided_by: Mapped["Person"] = relationship(
        primaryjoin="ReadyToLead.decided_by_id == Person.id", foreign_keys=[decided_by_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip


def _place(row: Any, column: str) -> str:
    return f"{row.__tablename__}:{column}:{row.id}:{row.organisation_id}"


def _unsealed(row: Any, column: str) -> str:
    sealed = getattr(row, column)
    if sealed is None:
        return ""
    try:
        return sealing.unseal(sealed, bound_to=_place(row, column))
    except sealing.UnreadableError:
        return ""
