"""One notion of a dated period, for everything that starts and may end."""

from datetime import date
from typing import Any, Protocol

from sqlalchemy import CheckConstraint, ColumnElement, and_, or_
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from portal.database import PERSONAL


class Dated(Protocol):
    """Anything with a first day and, once it has ended, a last day."""

    started_on: Any
    ended_on: Any


def covers(period: Dated, day: date) -> bool:
    """Whether the period has begun by `day` and has not ended before it (both ends count)."""
    return bool(period.started_on <= day and (period.ended_on is None or day <= period.ended_on))


def overlaps(one: Dated, other: Dated) -> bool:
    """Whether the two periods share at least one day."""
    begins_in_time = other.ended_on is None or one.started_on <= other.ended_on
    ends_late_enough = one.ended_on is None or other.started_on <= one.ended_on
    return bool(begins_in_time and ends_late_enough)


class Period:
    """Columns of a dated period: the first day, and the last day that it still covers."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        given = cls.__dict__.get("__table_args__", ())
        if "__tablename__" in cls.__dict__:
            in_order = CheckConstraint(
                "ended_on IS NULL OR ended_on >= started_on", name="period_in_order"
            )
            cls.__table_args__ = (*given, in_order)
        super().__init_subclass__(**kwargs)

    @declared_attr
    def started_on(cls) -> Mapped[date]:
        return mapped_column(info=PERSONAL)

    @declared_attr
    def ended_on(cls) -> Mapped[date | None]:
        return mapped_column(info=PERSONAL)

    def covers(self, day: date) -> bool:
        """Whether the period covers this day."""
        return covers(self, day)

    def overlaps(self, other: Dated) -> bool:
        """Whether the period shares a day with the other."""
        return overlaps(self, other)

    @classmethod
    def covering(cls, day: date) -> ColumnElement[bool]:
        """The condition that picks the rows whose period covers this day."""
        started: Any = cls.started_on
        ended: Any = cls.ended_on
        return and_(started <= day, or_(ended.is_(None), ended >= day))
