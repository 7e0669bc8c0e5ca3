"""The two clocks: the day the portal believes it is, and real time.

`today()` is for everything a person plans by: due dates, periods, weeks of a year. Tests and
the demo may set it. `now()` is for what must never be moved: sessions, tokens, throttles and
the audit trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_day: ContextVar[date | None] = ContextVar("day", default=None)
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """Real time, in UTC."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in the office: Europe/London, unless a day was set."""
    return _day.get() or now().astimezone(LONDON).date()


@contextmanager
def set_to(*, day: date | None = None, moment: datetime | None = None) -> Iterator[None]:
    """Let it be this day (for plans) and this moment (for sessions) inside the block."""
    day_token, moment_token = _day.set(day or _day.get()), _moment.set(moment or _moment.get())
    try:
        yield
    finally:
        _day.reset(day_token)
        _moment.reset(moment_token)
