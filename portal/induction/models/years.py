"""Somebody's induction year, and the items that it holds."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, Numeric, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Moment, Owned, Versioned, belongs, one_of
from portal.induction import calendar, programmes, progress
from portal.induction.moving import Moves, Stop, moves_of, share_on
from portal.induction.programmes.template import OWNERS
from portal.people.models import Person, Post
from portal.period import Period

ONE_OPEN_YEAR = text("ended_on IS NULL")
ENDINGS = ("", "completed", "withdrawal", "transfer out")
EARLIER = ("", "happened", "not known")


class Induction(Owned, Period, Versioned, Base):
    """The year of one person, on the version of the programme that they started with.

    `next_on` is the day of what is next, or the planned end where nothing is left: lists sort by
    it, and the operations keep it. `next_assessor_id` assesses from its day on.
    `fte` is the share of full time with which the year began. `stops`, `extensions` and `hours` are
    those in force (first and last day; first day and number of days; first day, share, day of
    settling), so that lists know the week without asking for changes.
    `taken_on_on` is the day on which the portal took somebody on in mid-year.
    """

    __tablename__ = "induction"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "assessor_id"),
        CheckConstraint("fte > 0 AND fte <= 1", name="fte_share"),
        CheckConstraint("planned_end_on > started_on", name="planned_in_order"),
        belongs("person", "next_assessor_id"),
        CheckConstraint("assessor_id IS NULL OR assessor_id <> person_id", name="not_own_assessor"),
        CheckConstraint(
            "next_assessor_id IS NULL OR next_assessor_id <> person_id", name="not_own_next"
        ),
        CheckConstraint(
            "(next_assessor_id IS NULL) = (next_assessor_from IS NULL)", name="next_has_a_day"
        ),
        one_of("ended_as", ENDINGS),
        Index(
            "uq_induction_open",
            "person_id",
            unique=True,
            sqlite_where=ONE_OPEN_YEAR,
            postgresql_where=ONE_OPEN_YEAR,
        ),
        Index("ix_induction_next", "organisation_id", "next_on", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    programme_key: Mapped[str] = mapped_column(info=PUBLIC)
    programme_version: Mapped[str] = mapped_column(info=PUBLIC)
    fte: Mapped[Decimal] = mapped_column(Numeric(4, 3), info=PERSONAL)
    planned_end_on: Mapped[date] = mapped_column(info=PERSONAL)
    assessor_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    next_assessor_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    next_assessor_from: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    next_on: Mapped[date] = mapped_column(info=PERSONAL)
    stops: Mapped[list[list[str | None]]] = mapped_column(JSON, default=list, info=PERSONAL)
    extensions: Mapped[list[list[Any]]] = mapped_column(JSON, default=list, info=PERSONAL)
    hours: Mapped[list[list[str]]] = mapped_column(JSON, default=list, info=PERSONAL)
    probation_ends_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    taken_on_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    ended_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    end_noted_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="Induction.person_id == Person.id",
        foreign_keys=[person_id],
        lazy="joined",
        innerjoin=True,
    )
    chosen_assessor: Mapped[Person | None] = relationship(
        primaryjoin="Induction.assessor_id == Person.id",
        foreign_keys=[assessor_id],
        lazy="joined",
    )
    next_assessor: Mapped[Person | None] = relationship(
        primaryjoin="Induction.next_assessor_id == Person.id",
        foreign_keys=[next_assessor_id],
        lazy="joined",
    )
    posts: Mapped[list[Post]] = relationship(
        primaryjoin="Induction.person_id == foreign(Post.person_id)",
        order_by=Post.started_on,
        lazy="selectin",
        viewonly=True,
    )

    @property
    def programme(self) -> programmes.Programme:
        """The programme that the person started with."""
        return programmes.pinned(self.programme_key, self.programme_version)

    @property
    def is_open(self) -> bool:
        """Whether the year is not over yet."""
        return self.ended_on is None or self.ended_on >= clock.today()

    @property
    def breaks_off_on(self) -> date | None:
        """The last day of a year that ends before it is completed; what is due later falls away."""
        return self.ended_on if self.ended_as in ("withdrawal", "transfer out") else None

    @property
    def post(self) -> Post | None:
        """The post that the person holds today, if any."""
        day = clock.today()
        return next((post for post in self.posts if post.covers(day)), None)

    @property
    def assessor(self) -> Person | None:
        """Today's assessor, if one is chosen: from the day of a hand-over on, the next one."""
        return self.next_assessor if self._is_handed_over else self.chosen_assessor

    @property
    def todays_assessor_id(self) -> UUID | None:
        """The id of today's assessor, if one is chosen."""
        return self.next_assessor_id if self._is_handed_over else self.assessor_id

    @property
    def _is_handed_over(self) -> bool:
        day = self.next_assessor_from
        return day is not None and day <= clock.today()

    def is_assessed_by(self, person: Person) -> bool:
        """Whether the person is today's assessor."""
        return self.todays_assessor_id == person.id

    def is_managed_by(self, person: Person) -> bool:
        """Whether the person is today's manager in one of the posts, or covers for them."""
        return person.manages(self.posts)

    def week_of(self, day: date) -> calendar.Week:
        """The week of the year in which a day falls."""
        return calendar.week_of(
            day,
            programme=self.programme,
            started_on=self.started_on,
            fte=self.fte,
            moves=self.moves,
        )

    @property
    def moves(self) -> Moves:
        """The pauses, extensions and other hours in force, without days away."""
        return moves_of(self.fte, self.stops, self.extensions, self.hours)

    @property
    def fte_today(self) -> Decimal:
        """The share of full time with which the year reckons today."""
        return share_on(clock.today(), self.fte, self.moves.hours)

    def stop_on(self, day: date) -> Stop | None:
        """The pause that covers a day, if one does."""
        return self.moves.stop_on(day) if self.stops else None


class InductionItem(Owned, Versioned, Base):
    """One thing that belongs to somebody's year, in the words that the year began with.

    What fell away with a change of programme was never recorded; it is shown nowhere, and is asked
    of nobody: it is optional too, and booked for no day.
    """

    __tablename__ = "induction_item"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("person", "recorded_by_id"),
        UniqueConstraint("induction_id", "code"),
        one_of("owner", OWNERS),
        CheckConstraint("position > 0", name="position_from_one"),
        CheckConstraint("(held_on IS NULL) = (recorded_at IS NULL)", name="held_is_recorded"),
        one_of("earlier", EARLIER),
    )

    induction_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    code: Mapped[str] = mapped_column(info=PUBLIC)
    position: Mapped[int] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    title: Mapped[str] = mapped_column(info=PUBLIC)
    stage: Mapped[str] = mapped_column(info=PUBLIC)
    owner: Mapped[str] = mapped_column(info=PUBLIC)
    is_optional: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    due_on: Mapped[date] = mapped_column(info=PERSONAL)
    booked_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    held_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    recorded_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    recorded_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    fell_away_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    # What is known of an item that was due before the portal took the person on.
    earlier: Mapped[str] = mapped_column(default="", info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="InductionItem.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )

    recorded_by: Mapped[Person | None] = relationship(
        primaryjoin="InductionItem.recorded_by_id == Person.id",
        foreign_keys=[recorded_by_id],
        lazy="raise",
        viewonly=True,
    )

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to come."""
        return progress.is_waiting(self)

    @property
    def on_day(self) -> date:
        """The day to expect it."""
        return progress.on_day(self)

    @property
    def done_word(self) -> str:
        """The word for one that took place: held, signed, written."""
        kind = self.induction.programme.kinds.get(self.kind)
        return kind.done if kind else "done"  # of an earlier programme, which had other kinds
