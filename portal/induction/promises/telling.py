"""Telling: who is told that a promise was missed, on which day, and what keeps anybody from it.

Pure. The newly qualified worker always hears first. Five working days later, and never earlier,
the assessor and the coordinator are told; if another day has been agreed by then, nobody is.
Development time is spoken of once two entries were missed and not re-booked. What lies more than
four weeks back is not brought up.

Source: this portal's plan for kept promises (2026: F107, C9, N1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal import working_days
from portal.induction.promises.keeping import Kept

SUPERVISION, DEVELOPMENT = "supervision", "development time"
PROMISES = (SUPERVISION, DEVELOPMENT)
WAITS = 5  # working days between telling the worker and telling anybody else
SPOKEN_OF = timedelta(days=28)
TWO = 2


@dataclass(frozen=True)
class Missed:
    """A promise that was missed: which one, the first and the last day it was promised for."""

    promise: str
    from_on: date
    missed_on: date


@dataclass(frozen=True)
class Half:
    """An entry of development time that was missed: its day, and whether it was re-booked."""

    day: date
    is_rebooked: bool


def tell_on(missed_on: date, worker_told_on: date | None, today: date, nation: str = "ENG") -> date:
    """The day on which others are told: five working days after the worker was, or would be."""
    first = worker_told_on or max(missed_on + timedelta(days=1), today)
    return working_days.after(first, WAITS, nation)


def missed(kept: Iterable[Kept], halves: Iterable[Half], today: date) -> list[Missed]:
    """What was missed lately and is neither held, moved nor re-booked, earliest first."""
    earliest = today - SPOKEN_OF
    found = [
        Missed(SUPERVISION, each.window.from_on, each.window.due_on)
        for each in kept
        if each.is_over and each.window.due_on >= earliest
    ]
    found += _pairs([each.day for each in halves if not each.is_rebooked and each.day >= earliest])
    return sorted(found, key=lambda each: (each.missed_on, each.promise))


def _pairs(days: Sequence[date]) -> list[Missed]:
    """Every second missed entry, with the one before it."""
    ordered = sorted(days)
    return [
        Missed(DEVELOPMENT, one, other)
        for one, other in zip(ordered[::TWO], ordered[1::TWO], strict=False)
    ]
