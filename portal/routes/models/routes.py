"""Somebody's route into social work, what took place on it, and its pauses."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.models import Person, Post
from portal.period import Period
from portal.routes import catalogue
from portal.routes.standing import COMPLETED, ENDED_EARLY

STILL_OPEN = text("ended_on IS NULL")


class Route(Owned, Period, Versioned, Base):
    """One person on a route, on the version that they began with.

    It is no induction year: nobody on it counts as newly qualified. Its days are not kept but
    worked out from its first day, so that pauses and days away move them at once.
    `study_weekday` is 0 for Monday to 4 for Friday.
    """

    __tablename__ = "route"
    __table_args__ = (
        belongs("person", "person_id"),
        CheckConstraint("fte > 0 AND fte <= 1", name="fte_share"),
        CheckConstraint("study_weekday BETWEEN 0 AND 4", name="study_on_a_weekday"),
        CheckConstraint("(ended_on IS NULL) = (ended_as = '')", name="end_says_how"),
        one_of("ended_as", ("", COMPLETED, ENDED_EARLY)),
        Index(
            "uq_route_open", "person_id",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    template_key: Mapped[str] = mapped_column(info=PUBLIC)
    template_version: Mapped[str] = mapped_column(info=PUBLIC)
    fte: Mapped[Decimal] = mapped_column(Numeric(4, 3), info=PERSONAL)
    study_weekday: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    ended_as: Mapped[str] = mapped_column(default="", info=PERSONAL)

    person: Mapped[Person] = relationship(
        primaryjoin="Route.person_id == Person.id", foreign_keys=[person_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    posts: Mapped[list[Post]] = relationship(
        primaryjoin="Route.person_id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id", lazy="select", viewonly=True,
    )  # fmt: skip
    steps: Mapped[list["RouteStep"]] = relationship(
        primaryjoin="Route.id == foreign(RouteStep.route_id)",
        order_by="RouteStep.code", lazy="select", viewonly=True,
    )  # fmt: skip
    pauses: Mapped[list["RoutePause"]] = relationship(
        primaryjoin="Route.id == foreign(RoutePause.route_id)",
        order_by="RoutePause.started_on, RoutePause.id", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def template(self) -> catalogue.RouteTemplate:
        """The route that the person began with."""
        return catalogue.pinned(self.template_key, self.template_version)

    @property
    def is_open(self) -> bool:
        """Whether it is not over yet."""
        return self.ended_on is None or self.ended_on >= clock.today()

    @property
    def is_completed(self) -> bool:
        """Whether it ended as it should."""
        return self.ended_as == COMPLETED

    @property
    def open_pause(self) -> "RoutePause | None":
        """The pause that has no day of return yet, if there is one."""
        return next((each for each in self.pauses if each.ended_on is None), None)

    def is_managed_by(self, person: Person) -> bool:
        """Whether the person is today's manager in one of the posts, or covers for them."""
        return person.manages(self.posts)

    def step_called(self, code: str) -> "RouteStep | None":
        """What is recorded of the step of that code, if anything is."""
        return next((each for each in self.steps if each.code == code), None)


class RouteStep(Owned, Versioned, Base):
    """That something of a route took place, on which day, by whose word."""

    __tablename__ = "route_step"
    __table_args__ = (
        belongs("route", "route_id"),
        belongs("person", "recorded_by_id"),
        UniqueConstraint("route_id", "code"),
    )

    route_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    code: Mapped[str] = mapped_column(info=PUBLIC)
    held_on: Mapped[date] = mapped_column(info=PERSONAL)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)


class RoutePause(Owned, Period, Base):
    """Days on which a route stands still; without a last day nobody knows yet when it goes on."""

    __tablename__ = "route_pause"
    __table_args__ = (belongs("route", "route_id"),)

    route_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
