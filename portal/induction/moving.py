"""Moving: how pauses, extensions, other hours and days away move a date of an induction year.

Pure. The nominal day of an item comes from the first day of the year. It is moved by the length of
every pause that began on or before it, in their order, and never from the date before it; then it
becomes a working day outside the pauses. So a pause brings nothing forward, keeps the order, and
a pause taken back leaves every date as it was.

Shapes: a `Stop` is a pause or a deferral, both ends count, no end means "not known yet": until it
is known, dates are worked out as if it lasted `UNKNOWN` days and are provisional. An `Extension`
adds days from a day on. `Hours` are another share of full time from a day on: what is left of the
year from then on takes longer or less long in proportion, and the days of a pause do not. Where
that is written down late, nothing that is still due comes before the day on which it was.
Days away move only what is due in them, to the first working day after.
Source: local practice as published by Dorset (pauses, 2024), GOV.UK ASYE framework 2026 (pro rata).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import Any

from portal import working_days
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
class Hours:
    """Another share of full-time hours from a day on, and the share before it.

    `settled_on` is the day on which it came to count: what is due from then on stays after it.
    """

    started_on: date
    was: Decimal
    share: Decimal
    settled_on: date


Step = Stop | Extension | Hours


@dataclass(frozen=True)
class Moves:
    """Everything that moves the dates of one year."""

    stops: tuple[Stop, ...] = ()
    extensions: tuple[Extension, ...] = ()
    away: tuple[Dated, ...] = ()
    hours: tuple[Hours, ...] = ()

    @cached_property
    def at_first(self) -> Sequence[Step]:
        """What moves a date besides other hours, by its first day."""
        return sorted([*self.stops, *self.extensions], key=lambda each: each.started_on)

    @cached_property
    def as_settled(self) -> Sequence[tuple[date, Sequence[Step]]]:
        """The days on which hours were settled, in order, each with all that counted from then."""
        found: list[tuple[date, Sequence[Step]]] = []
        settled: list[Hours] = []
        for each in sorted(self.hours, key=lambda hours: hours.settled_on):
            settled.append(each)
            rows = [(one.started_on, one.share, one.settled_on) for one in settled]
            every = [*self.at_first, *hours_of(self.hours[0].was, rows)]
            found.append((each.settled_on, sorted(every, key=self._counts_from)))
        return found

    def _counts_from(self, step: Step) -> tuple[date, date]:
        """The day from which a step counts, and its own first day: a pause turns no two about."""
        first = step.started_on
        return (first if isinstance(step, Stop) else resumed(first, self), first)

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


def moves_of(
    fte: Decimal,
    stops: Iterable[Sequence[str | None]],
    extensions: Iterable[Sequence[Any]],
    hours: Iterable[Sequence[str]],
) -> Moves:
    """What moves the dates of a year that began with this share, from the texts that are kept."""
    if not (stops or extensions or hours):
        return UNMOVED  # as most years are
    changed = [(_day(first), Decimal(share), _day(on)) for first, share, on in hours]
    return Moves(
        tuple(Stop(_day(first), _day(last) if last else None) for first, last in stops),
        tuple(Extension(_day(first), length) for first, length in extensions),
        hours=hours_of(fte, changed),
    )


def _day(written: str | None) -> date:
    return date.fromisoformat(written or "")


def hours_of(fte: Decimal, changes: Iterable[tuple[date, Decimal, date]]) -> tuple[Hours, ...]:
    """Shares of full time that follow on the first one, each as (first day, share, settled on)."""
    found: list[Hours] = []
    for first, share, settled_on in sorted(changes):
        found.append(Hours(first, found[-1].share if found else fte, share, settled_on))
    return tuple(found)


def share_on(day: date, fte: Decimal, hours: Iterable[Hours]) -> Decimal:
    """The share of full time that counts on a day; `fte` is the one with which the year began."""
    shares = [each.share for each in hours if each.started_on <= day]
    return shares[-1] if shares else fte


def shifted(day: date, moves: Moves, nation: str = "ENG") -> date:
    """A nominal day after the pauses, extensions and other hours that began on or before it.

    Hours set nothing before the working day on which they were settled, but what was before it.
    """
    moved = _through(moves.at_first, day, moves)
    for settled_on, steps in moves.as_settled:
        earliest = min(moved, working_days.on_or_after(settled_on, nation))
        moved = max(_through(steps, day, moves), earliest)
    return moved


def _through(steps: Sequence[Step], day: date, moves: Moves) -> date:
    for step in steps:
        if isinstance(step, Hours):
            day = _stretched(day, step, moves)
        elif step.started_on <= day:
            day += timedelta(days=step.length)
    return day


def _stretched(day: date, hours: Hours, moves: Moves) -> date:
    """A day after other hours: what lies between their first day at work and it takes its share."""
    first = resumed(hours.started_on, moves)
    if day < first:
        return day
    left = (day - first).days + 1
    return first + timedelta(days=ceil(left * Fraction(hours.was) / Fraction(hours.share)) - 1)


def resumed(day: date, moves: Moves) -> date:
    """The day itself, or the first one after the pauses in which it lies."""
    while (stop := moves.stop_on(day)) and day <= stop.last_on:  # one without an end covers all
        day = stop.last_on + ONE_DAY
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
