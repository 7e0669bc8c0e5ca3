"""The two clocks: the day the portal believes it is, and real time.

`today()` is for everything a person plans by: due dates, periods, weeks of a year. Tests and
the demo may set it. `now()` is for what must never be moved: sessions, tokens, throttles and
the audit trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass
class _Set:
    """What the clocks were set to, if they were."""

    day: date | None = None
    moment: datetime | None = None


_set = _Set()


def now() -> datetime:
    """Real time, in UTC."""
    return _set.moment or datetime.now(UTC)


def today() -> date:
    """The day it is in the office: Europe/London, unless a day was set."""
    return _set.day or now().astimezone(LONDON).date()


def time_of_day() -> time:
    """The time it is in the office, to the minute."""
    return now().astimezone(LONDON).time().replace(second=0, microsecond=0)


@contextmanager
def set_to(*, day: date | None = None, moment: datetime | None = None) -> Iterator[None]:
    """Let it be this day (for plans) and this moment (for sessions) inside the block."""
    before = _set.day, _set.moment
    _set.day, _set.moment = day or _set.day, moment or _set.moment
    try:
        yield
    finally:
        _set.day, _set.moment = before
