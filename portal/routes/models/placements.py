"""Placements of a route, and the days of practice in them, week by week."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.period import Period
from portal.routes import placing
from portal.routes.catalogue import PLACEMENTS
from portal.routes.models.routes import Route

if TYPE_CHECKING:
    from portal.people.models import Person


class Placement(Owned, Period, Versioned, Base):
    """Days of assessed practice somewhere, with a practice educator, inside somebody's route.

    `backfill` is who does the work of the desk meanwhile, for how many days a week.
    """

    __tablename__ = "placement"
    __table_args__ = (
        belongs("route", "route_id"),
        belongs("person", "educator_id"),
        belongs("person", "backfill_id"),
        one_of("kind", PLACEMENTS),
        CheckConstraint("ended_on IS NOT NULL", name="has_a_last_day"),
        CheckConstraint("days_wanted > 0", name="days_wanted"),
        CheckConstraint("backfill_days BETWEEN 0 AND 5", name="backfill_days"),
        UniqueConstraint("route_id", "kind"),
    )

    route_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    days_wanted: Mapped[int] = mapped_column(info=PUBLIC)
    workplace: Mapped[str] = mapped_column(info=PERSONAL)
    educator_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    backfill_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    backfill_days: Mapped[int] = mapped_column(default=0, info=PERSONAL)

    route: Mapped[Route] = relationship(
        primaryjoin="Placement.route_id == Route.id", foreign_keys=[route_id],
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    educator: Mapped["Person | None"] = relationship(
        primaryjoin="Placement.educator_id == Person.id", foreign_keys="Placement.educator_id",
        lazy="joined",
    )  # fmt: skip
    backfill: Mapped["Person | None"] = relationship(
        primaryjoin="Placement.backfill_id == Person.id", foreign_keys="Placement.backfill_id",
        lazy="joined",
    )  # fmt: skip
    weeks: Mapped[list["PlacementWeek"]] = relationship(
        primaryjoin="Placement.id == foreign(PlacementWeek.placement_id)",
        order_by="PlacementWeek.week_on", lazy="select", viewonly=True,
    )  # fmt: skip

    @property
    def span(self) -> placing.Span:
        """Its days."""
        return placing.Span(self.started_on, self.ended_on)

    @property
    def title(self) -> str:
        """What it is called on its route."""
        wanted = self.route.template.wanted(self.kind)
        return wanted.title if wanted else self.kind.capitalize()

    @property
    def done(self) -> int:
        """Days of practice that were said."""
        return sum(each.days for each in self.weeks)

    @property
    def confirmed(self) -> int:
        """Days of practice that the practice educator confirmed."""
        return sum(each.days for each in self.weeks if each.confirmed_on)

    @property
    def words(self) -> str:
        """How far it is."""
        return placing.in_words(self.done, self.confirmed, self.days_wanted)


class PlacementWeek(Owned, Versioned, Base):
    """How many days of practice there were in a week, and when they were confirmed."""

    __tablename__ = "placement_week"
    __table_args__ = (
        belongs("placement", "placement_id"),
        CheckConstraint("days BETWEEN 0 AND 5", name="days_of_a_week"),
        UniqueConstraint("placement_id", "week_on"),
    )

    placement_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    week_on: Mapped[date] = mapped_column(info=PERSONAL)
    days: Mapped[int] = mapped_column(info=PERSONAL)
    confirmed_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
