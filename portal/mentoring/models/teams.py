"""A coach for a whole team, what the team wants to learn, and what its people know."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Optional
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from portal.clock import now, today
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring import when
from portal.people.models import Post, Unit
from portal.period import Period

if TYPE_CHECKING:
    from portal.people.models import Person

MET: Final = "met"
SET_ASIDE: Final = "set aside"
SETTLED = (MET, SET_ASIDE)
STILL_OPEN = text("ended_on IS NULL")


class OfATeam:
    """A row about one team: its people today, and whoever coaches it, are the ones to ask."""

    __name__: str
    unit_id: Mapped[UUID] = mapped_column(info=PUBLIC)

    @declared_attr
    def unit(cls) -> Mapped[Unit]:
        """The team."""
        return relationship(
            primaryjoin=f"{cls.__name__}.unit_id == Unit.id",
            foreign_keys=f"{cls.__name__}.unit_id",
            lazy="joined", innerjoin=True, viewonly=True,
        )  # fmt: skip

    @declared_attr
    def posts(cls) -> Mapped[list[Post]]:
        """The posts in it, asked of the one row that a URL names."""
        return relationship(
            primaryjoin=f"{cls.__name__}.unit_id == foreign(Post.unit_id)",
            order_by="Post.started_on, Post.id",
            lazy="select", uselist=True, viewonly=True,
        )  # fmt: skip

    def has_in_it(self, person: "Person") -> bool:
        """Whether this person has a post in the team today."""
        day = today()
        return any(each.person_id == person.id and each.covers(day) for each in self.posts)

    def is_managed_by(self, person: "Person") -> bool:
        """Whether this person manages somebody in the team today, or covers for who does."""
        return person.manages(self.posts)


class TeamCoach(Owned, OfATeam, Period, Versioned, Base):
    """Somebody coaches a whole team, from a day until it ends; they may be of that team."""

    __tablename__ = "team_coach"
    __table_args__ = (
        belongs("person", "coach_id"),
        belongs("person", "named_by_id"),
        belongs("unit", "unit_id"),
        Index(
            "uq_team_coach_still_open", "unit_id", "coach_id",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
        Index(None, "coach_id", "started_on"),
        Index(None, "organisation_id", "started_on", "id"),
        Index(None, "unit_id", "started_on"),
    )  # fmt: skip

    coach_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    named_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    coach: Mapped["Person"] = relationship(
        primaryjoin="TeamCoach.coach_id == Person.id",
        foreign_keys="TeamCoach.coach_id", lazy="joined", innerjoin=True,
    )  # fmt: skip

    def is_coached_by(self, person: "Person") -> bool:
        """Whether this person coaches the team today."""
        return person.id == self.coach_id and self.covers(today())

    def has_as_coach(self, person: "Person") -> bool:
        """Whether this person coaches the team today, or from a day that is still to come."""
        return person.id == self.coach_id and (self.ended_on is None or self.ended_on >= today())

    @property
    def covers_today(self) -> bool:
        """Whether the team is coached under it today."""
        return self.covers(today())

    @property
    def span(self) -> when.Span:
        """The days it covers, as a plain value for the rules."""
        return when.Span(self.started_on, self.ended_on)

    @property
    def has_ended(self) -> bool:
        """Whether somebody has ended it, even if its last day is still to come."""
        return self.ended_on is not None


class OfACoachedTeam(OfATeam):
    """What belongs to a team and stays with it when its coach changes."""

    @declared_attr
    def coaches(cls) -> Mapped[list[TeamCoach]]:
        """Everybody who coaches or has coached the team."""
        return relationship(
            primaryjoin=f"{cls.__name__}.unit_id == foreign(TeamCoach.unit_id)",
            order_by="TeamCoach.started_on, TeamCoach.id",
            lazy="select", uselist=True, viewonly=True,
        )  # fmt: skip

    def is_coached_by(self, person: "Person") -> bool:
        """Whether this person coaches the team today."""
        return any(each.is_coached_by(person) for each in self.coaches)

    @property
    def team_coach(self) -> TeamCoach:
        """Under whom the team's page stands: its coach now, else the last it had."""
        running = [each for each in self.coaches if each.covers(today())]
        return (running or self.coaches)[-1]


class TeamAim(Owned, OfACoachedTeam, Versioned, Base):
    """What a team wants to learn: whose it is to bring about, by when, and what became of it."""

    __tablename__ = "team_aim"
    __table_args__ = (
        belongs("unit", "unit_id"),
        belongs("person", "owner_id"),
        belongs("person", "written_by_id"),
        belongs("person", "settled_by_id"),
        one_of("settled_as", SETTLED),
        CheckConstraint("(settled_as IS NULL) = (settled_on IS NULL)", name="settled_whole"),
        CheckConstraint("(settled_by_id IS NULL) = (settled_on IS NULL)", name="settled_by_whom"),
        Index(None, "unit_id", "due_on", "id"),
    )

    words: Mapped[str] = mapped_column(info=PRIVATE)
    owner_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    due_on: Mapped[date] = mapped_column(info=PERSONAL)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    settled_as: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    settled_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    settled_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    owner: Mapped[Optional["Person"]] = relationship(
        primaryjoin="TeamAim.owner_id == Person.id",
        foreign_keys="TeamAim.owner_id", lazy="joined",
    )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.settled_on is None

    @property
    def owner_name(self) -> str:
        """Whose it is: one person's, or the whole team's."""
        return self.owner.name if self.owner else "The whole team"


class KnowHow(Owned, OfACoachedTeam, Versioned, Base):
    """A short note of what somebody knows, for their team; once taken back it is not shown."""

    __tablename__ = "know_how"
    __table_args__ = (
        belongs("unit", "unit_id"),
        belongs("person", "written_by_id"),
        belongs("person", "withdrawn_by_id"),
        CheckConstraint("(withdrawn_by_id IS NULL) = (withdrawn_on IS NULL)", name="taken_whole"),
        Index(None, "unit_id", "written_at", "id"),
    )

    title: Mapped[str] = mapped_column(info=PRIVATE)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    written_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    written_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    written_by: Mapped["Person"] = relationship(
        primaryjoin="KnowHow.written_by_id == Person.id",
        foreign_keys="KnowHow.written_by_id", lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def is_shared(self) -> bool:
        """Whether the team still sees it."""
        return self.withdrawn_on is None
