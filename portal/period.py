"""One notion of a dated period, for everything that starts and may end."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from sqlalchemy import CheckConstraint, ColumnElement, and_, or_
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL


class Dated(Protocol):
    """Anything with a first day and, once it has ended, a last day."""

    @property
    def started_on(self) -> date:
        """The first day that counts."""

    @property
    def ended_on(self) -> date | None:
        """The last day that counts, once it is known."""


def covers(period: Dated, day: date) -> bool:
    """Whether the period has begun by `day` and has not ended before it (both ends count)."""
    return period.started_on <= day and (period.ended_on is None or day <= period.ended_on)


def overlaps(one: Dated, other: Dated) -> bool:
    """Whether the two periods share at least one day."""
    begins_in_time = other.ended_on is None or one.started_on <= other.ended_on
    ends_late_enough = one.ended_on is None or other.started_on <= one.ended_on
    return begins_in_time and ends_late_enough


@lru_cache(4096)  # what counts experience asks for the same days once for each rule and change
def months_after(day: date, months: int) -> date:
    """The same day so many whole months later, or the last of its month where it has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


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

    __table_args__: Any

    started_on: Mapped[date] = mapped_column(info=PERSONAL)
    ended_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

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
