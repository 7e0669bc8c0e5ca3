"""Windows: within which days each supervision of a year is promised.

Pure. The programme says how often, up to the end of a week or a month (a rhythm). Every window is
computed from the first day, stretched for part-time people like everything else in the year, and
moved by pauses and other hours with the rules of the calendar; in an extended year the last rhythm
goes on. A full-time year of "weekly for 6 weeks, fortnightly to month 6, then monthly" has 22.

Source: reflective supervision as in the ASYE record of support (2026) and employers' handbooks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from portal.induction import calendar, moving
from portal.induction.moving import UNMOVED, Moves
from portal.induction.programmes.template import MONTH, Rhythm

ONE_DAY = timedelta(days=1)
DAYS_OF_A_MONTH = Fraction(1461, 48)
MOST = 400
KEPT = 500  # years whose windows are worked out once


@dataclass(frozen=True)
class Window:
    """The days within which one thing is promised; both count."""

    from_on: date
    due_on: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.from_on <= day <= self.due_on


def supervision_windows(
    rhythms: Sequence[Rhythm],
    *,
    started_on: date,
    share: Fraction,
    last_on: date,
    moves: Moves = UNMOVED,
) -> list[Window]:
    """Every window of a year that runs from `started_on` to `last_on` (after all moves)."""
    moving_it = Moves(stops=moves.stops, hours=moves.hours)
    return list(_worked_out(tuple(rhythms), started_on, share, last_on, moving_it))


@lru_cache(maxsize=KEPT)
def _worked_out(
    rhythms: tuple[Rhythm, ...], started_on: date, share: Fraction, last_on: date, moving_it: Moves
) -> tuple[Window, ...]:
    found: list[Window] = []
    for nominal in _nominal(rhythms, started_on, share):
        due_on = moving.shifted(nominal.due_on, moving_it)
        before = moving.shifted(nominal.from_on - ONE_DAY, moving_it)
        from_on = moving.resumed(before + ONE_DAY, moving_it)
        if from_on > last_on or len(found) == MOST:
            break
        found.append(Window(from_on, min(due_on, last_on)))
    return tuple(found)


def _nominal(rhythms: Sequence[Rhythm], started_on: date, share: Fraction) -> Iterator[Window]:
    """The windows of a year without a pause; after the last phase its rhythm goes on."""
    first = started_on
    for rhythm in rhythms:
        until = calendar.end_of(rhythm.until, started_on, share)
        number = max(1, round(Fraction((until - first).days + 1) / _length(rhythm, share)))
        yield from _phase(rhythm, first, share, number, until)
        first = until + ONE_DAY
    if rhythms:
        yield from _phase(rhythms[-1], first, share, MOST, None)


def _phase(
    rhythm: Rhythm, first: date, share: Fraction, number: int, until: date | None
) -> Iterator[Window]:
    """So many windows from a first day; the last one ends with the phase."""
    from_on = first
    for place in range(1, number + 1):
        due = _end(rhythm, first, share, place)
        if until is not None and place == number:
            due = until
        yield Window(from_on, due)
        from_on = due + ONE_DAY


def _end(rhythm: Rhythm, first: date, share: Fraction, place: int) -> date:
    span = type(rhythm.every)(rhythm.every.number * place, rhythm.every.unit)
    return calendar.end_of(span, first, share)


def _length(rhythm: Rhythm, share: Fraction) -> Fraction:
    """How many days lie between two of them."""
    unit = DAYS_OF_A_MONTH if rhythm.every.unit == MONTH else Fraction(7)
    return rhythm.every.number * unit / share
