"""A goal on the pathway, the steps towards it, and looking at it together with one other person."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import today
from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring.models import Pairing
from portal.pathways.checking_in import Asked
from portal.people.models import Post

if TYPE_CHECKING:
    from portal.people.models import Person

LONGEST_WHY, LONGEST_STEP, LONGEST_AGREED = 1_000, 300, 2_000
REACHED, LET_GO, REPLACED = "reached", "let go", "replaced"
STILL_OPEN = text("ended_on IS NULL")


class PathwayGoal(Owned, Versioned, Base):
    """The place that somebody wants to reach. Theirs alone until they share it with one person.

    Whoever it is shared with reads it as long as they manage, coach or mentor them, and no longer.
    """

    __tablename__ = "pathway_goal"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("person", "shared_with_id"),
        one_of("ended_as", ("", REACHED, LET_GO, REPLACED)),
        Index(
            "uq_pathway_goal_still_open", "person_id",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
        Index(None, "shared_with_id", "ended_on"),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    place_key: Mapped[str] = mapped_column(info=PRIVATE)
    place_title: Mapped[str] = mapped_column(info=PRIVATE)
    why: Mapped[str] = mapped_column(default="", info=PRIVATE)
    by_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    set_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    ended_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    ended_as: Mapped[str] = mapped_column(default="", info=PERSONAL)
    shared_with_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    shared_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    person: Mapped["Person"] = relationship(
        primaryjoin="PathwayGoal.person_id == Person.id", foreign_keys="PathwayGoal.person_id",
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    shared_with: Mapped["Person | None"] = relationship(
        primaryjoin="PathwayGoal.shared_with_id == Person.id",
        foreign_keys="PathwayGoal.shared_with_id", lazy="joined",
    )  # fmt: skip
    steps: Mapped[list["GoalStep"]] = relationship(
        primaryjoin="PathwayGoal.id == foreign(GoalStep.goal_id)",
        order_by="GoalStep.number", lazy="select", viewonly=True,
    )  # fmt: skip
    posts: Mapped[list[Post]] = relationship(
        primaryjoin="PathwayGoal.person_id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id", lazy="select", viewonly=True,
    )  # fmt: skip
    pairings: Mapped[list[Pairing]] = relationship(
        primaryjoin="PathwayGoal.person_id == foreign(Pairing.supported_id)",
        order_by="Pairing.started_on, Pairing.id", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether it still stands."""
        return self.ended_on is None

    def is_shared_with(self, person: "Person") -> bool:
        """Whether this person reads it today: named, and still their manager, coach or mentor."""
        if self.shared_with_id is None or self.shared_with_id != person.id:
            return False
        day = today()
        helps = any(each.coach_id == person.id and each.covers(day) for each in self.pairings)
        return helps or person.manages(self.posts)


class GoalStep(Owned, Versioned, Base):
    """One step of the plan towards a goal; `requirement_key` says what it would show, if one."""

    __tablename__ = "goal_step"
    __table_args__ = (
        belongs("pathway_goal", "goal_id"),
        UniqueConstraint("goal_id", "number"),
    )

    goal_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    requirement_key: Mapped[str] = mapped_column(default="", info=PRIVATE)
    due_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)
    done_on: Mapped[date | None] = mapped_column(default=None, info=PRIVATE)

    goal: Mapped[PathwayGoal] = relationship(
        primaryjoin="GoalStep.goal_id == PathwayGoal.id", foreign_keys=[goal_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip


class CheckIn(Owned, Versioned, Base):
    """Two people say, each alone, where one of them stands towards a goal; then they compare.

    It keeps what the place asked when it was begun: pairs of key and words.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        belongs("pathway_goal", "goal_id"),
        belongs("person", "with_id"),
        Index(None, "goal_id", "begun_on"),
    )

    goal_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    with_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    asked: Mapped[list[list[str]]] = mapped_column(JSON, info=PUBLIC)
    begun_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    agreed: Mapped[str] = mapped_column(default="", info=PRIVATE)

    goal: Mapped[PathwayGoal] = relationship(
        primaryjoin="CheckIn.goal_id == PathwayGoal.id", foreign_keys=[goal_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    other: Mapped["Person"] = relationship(
        primaryjoin="CheckIn.with_id == Person.id", foreign_keys="CheckIn.with_id",
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    views: Mapped[list["CheckInView"]] = relationship(
        primaryjoin="CheckIn.id == foreign(CheckInView.check_in_id)",
        order_by="CheckInView.person_id", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def requirements(self) -> list[Asked]:
        """What is asked, in its order."""
        return [Asked(key, words) for key, words in self.asked]

    def view_of(self, person_id: UUID) -> "CheckInView | None":
        """What one of the two said, if they did."""
        return next((each for each in self.views if each.person_id == person_id), None)

    @property
    def is_open_to_both(self) -> bool:
        """Whether both have said theirs: from then on each sees the other's."""
        return bool(self.view_of(self.goal.person_id) and self.view_of(self.with_id))


class CheckInView(Owned, Versioned, Base):
    """Where one of the two says that the person stands, by requirement."""

    __tablename__ = "check_in_view"
    __table_args__ = (
        belongs("check_in", "check_in_id"),
        belongs("person", "person_id"),
        UniqueConstraint("check_in_id", "person_id"),
    )

    check_in_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, info=PRIVATE)
    said_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
