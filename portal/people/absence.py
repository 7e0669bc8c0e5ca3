"""Days away as periods: which of them share a day or follow at once, and what they are together.

Shapes: periods are `Dated`, both ends count, no end means "not known yet". Units: days. Raises
nothing. Source: this portal's plan (2026): days away are dates, and never a reason.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from portal.period import Dated, overlaps

ONE_DAY = timedelta(days=1)
Some = TypeVar("Some", bound=Dated)


def sharing_a_day(period: Dated, others: Iterable[Some]) -> list[Some]:
    """Those of the others that share a day with this one."""
    return [other for other in others if overlaps(period, other)]


def touching(period: Dated, others: Iterable[Some]) -> list[Some]:
    """Those that share a day with this one, or end or begin the day next to it."""
    return [other for other in others if _is_near(period, other)]


def together(periods: Sequence[Dated]) -> tuple[date, date | None]:
    """The first and the last day of all of them; no last day where one has none."""
    lasts = [each.ended_on for each in periods if each.ended_on is not None]
    last = max(lasts) if len(lasts) == len(periods) else None
    return min(each.started_on for each in periods), last


def _is_near(one: Dated, other: Dated) -> bool:
    begins_in_time = other.ended_on is None or one.started_on - ONE_DAY <= other.ended_on
    ends_late_enough = one.ended_on is None or other.started_on - ONE_DAY <= one.ended_on
    return begins_in_time and ends_late_enough
