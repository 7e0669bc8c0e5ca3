"""A day on which a course is held, and who has a place, waits for one, or was there."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of

if TYPE_CHECKING:
    from portal.people.models import Person

MOST_PLACES = 200
BOOKED: Final = "booked"
WAITING: Final = "waiting"
GIVEN_UP: Final = "given up"
ATTENDED: Final = "attended"
MISSED: Final = "missed"
STATES = (BOOKED, WAITING, GIVEN_UP, ATTENDED, MISSED)
HAVE_A_PLACE = (BOOKED, ATTENDED, MISSED)


class CourseEvent(Owned, Versioned, Base):
    """A course on a day: where, how many places, and who runs it."""

    __tablename__ = "course_event"
    __table_args__ = (
        belongs("person", "run_by_id"),
        belongs("person", "planned_by_id"),
        CheckConstraint(f"places BETWEEN 1 AND {MOST_PLACES}", name="places_possible"),
        Index(None, "organisation_id", "held_on", "id"),
        Index(None, "organisation_id", "course_key", "held_on"),
        Index(None, "run_by_id", "held_on"),
    )

    course_key: Mapped[str] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PUBLIC)
    held_on: Mapped[date] = mapped_column(info=PUBLIC)
    from_time: Mapped[time | None] = mapped_column(default=None, info=PUBLIC)
    place: Mapped[str] = mapped_column(info=PUBLIC)
    places: Mapped[int] = mapped_column(info=PUBLIC)
    run_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    planned_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    cancelled_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    run_by: Mapped["Person"] = relationship(
        primaryjoin="CourseEvent.run_by_id == Person.id",
        foreign_keys="CourseEvent.run_by_id", lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def takes_place(self) -> bool:
        """Whether nobody has called it off."""
        return self.cancelled_on is None

    @property
    def is_ahead(self) -> bool:
        """Whether it takes place today or later."""
        return self.takes_place and self.held_on >= today()

    @property
    def has_begun(self) -> bool:
        """Whether its day has come, so that somebody can say who was there."""
        return self.takes_place and self.held_on <= today()


class Booking(Owned, Base):
    """Somebody's place at an event, or their turn in waiting for one."""

    __tablename__ = "booking"
    __table_args__ = (
        belongs("course_event", "event_id"),
        belongs("person", "person_id"),
        one_of("state", STATES),
        UniqueConstraint("event_id", "person_id"),
        UniqueConstraint("event_id", "turn"),
        Index(None, "person_id", "event_id"),
    )

    event_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    state: Mapped[str] = mapped_column(info=PERSONAL)
    # Who asked first stands first; who gave up and asks again, last.
    turn: Mapped[int] = mapped_column(info=PUBLIC)
    asked_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)

    event: Mapped[CourseEvent] = relationship(
        primaryjoin="Booking.event_id == CourseEvent.id", foreign_keys=[event_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    person: Mapped["Person"] = relationship(
        primaryjoin="Booking.person_id == Person.id", foreign_keys=[person_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def has_place(self) -> bool:
        """Whether it takes one of the places."""
        return self.state in HAVE_A_PLACE
