"""Moving: how pauses, extensions and days away move a date of an induction year.

Pure. The nominal day of an item comes from the first day of the year. It is moved by the length of
every pause that began on or before it, in their order, and never from the date before it; then it
becomes a working day outside the pauses. So a pause brings nothing forward, keeps the order, and
a pause taken back leaves every date as it was.

Shapes: a `Stop` is a pause or a deferral, both ends count, no end means "not known yet": until it
is known, dates are worked out as if it lasted `UNKNOWN` days and are provisional. An `Extension`
adds days from a day on. Days away move only what is due in them, to the first working day after.
Source: local practice as published by Dorset (pauses, 2024), GOV.UK ASYE framework 2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from portal.induction import working_days
from portal.period import Dated, covers

ONE_DAY = timedelta(days=1)
UNKNOWN = 730  # days: longer than a year is set aside without a day of return


@dataclass(frozen=True)
class Stop:
    """Days on which the year stands still."""

    started_on: date
    ended_on: date | None = None

    @property
    def last_on(self) -> date:
        """The last day of it, as the dates reckon with it."""
        return self.ended_on or self.started_on + timedelta(days=UNKNOWN - 1)

    @property
    def length(self) -> int:
        """How many days it takes out of the year."""
        return (self.last_on - self.started_on).days + 1


@dataclass(frozen=True)
class Extension:
    """So many days more, for everything due on or after a day."""

    started_on: date
    length: int


@dataclass(frozen=True)
class Moves:
    """Everything that moves the dates of one year."""

    stops: tuple[Stop, ...] = ()
    extensions: tuple[Extension, ...] = ()
    away: tuple[Dated, ...] = ()

    @cached_property
    def in_order(self) -> list[Stop | Extension]:
        """Pauses and extensions by their first day."""
        return sorted([*self.stops, *self.extensions], key=lambda each: each.started_on)

    @property
    def is_provisional(self) -> bool:
        """Whether dates will follow when a day of return is known."""
        return any(stop.ended_on is None for stop in self.stops)

    @property
    def days_more(self) -> int:
        """By how many days the year was extended."""
        return sum(each.length for each in self.extensions)

    def stop_on(self, day: date) -> Stop | None:
        """The pause that covers a day, if one does."""
        return next((stop for stop in self.stops if covers(stop, day)), None)

    def days_before(self, day: date) -> int:
        """How many days before this one the year stood still."""
        return sum(
            max(0, min((day - stop.started_on).days, stop.length))
            for stop in self.stops
            if stop.started_on < day
        )


UNMOVED = Moves()


def shifted(day: date, moves: Moves) -> date:
    """A nominal day after the pauses and extensions that began on or before it."""
    for each in moves.in_order:
        if each.started_on <= day:
            day += timedelta(days=each.length)
    return day


def to_work(day: date, started_on: date, moves: Moves, nation: str = "ENG") -> date:
    """The working day on or before a day; the next one where that is paused or before the start."""
    before = working_days.on_or_before(day, nation)
    if before >= started_on and not _is_paused(before, moves):
        return before
    return _next_open(day, moves.stops, nation)


def round_days_away(day: date, moves: Moves, nation: str = "ENG") -> date:
    """The day itself, or the first working day after the days away in which it falls.

    Days away without a known end move nothing yet.
    """
    away = [each for each in moves.away if each.ended_on is not None]
    if not any(covers(each, day) for each in away):
        return day
    return _next_open(day, [*moves.stops, *away], nation)


def _is_paused(day: date, moves: Moves) -> bool:
    return any(stop.started_on <= day <= stop.last_on for stop in moves.stops)


def _next_open(day: date, closed: Sequence[Dated], nation: str) -> date:
    """The first working day from this one on that lies in none of the periods."""
    while True:
        day = working_days.on_or_after(day, nation)
        inside = [_last(each) for each in closed if each.started_on <= day <= _last(each)]
        if not inside:
            return day
        day = max(inside) + ONE_DAY


def _last(period: Dated) -> date:
    return period.last_on if isinstance(period, Stop) else period.ended_on or period.started_on
