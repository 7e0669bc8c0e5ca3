"""Development time: how much of the working week was promised for learning, and how much was had.

Pure. Shapes: minutes are whole numbers; `share` is the programme's share of the week (a tenth),
`fte` the share of full-time hours. What was promised is counted over working days from the first
day to a day, without pauses, days away and bank holidays: 37 hours make 3 hours 42 minutes a week.
Source: GOV.UK ASYE framework 2026; record of support and progressive assessment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal import working_days
from portal.induction.moving import Hours, Stop, share_on
from portal.period import Dated, covers

FULL_WEEK = 37 * 60
DAYS_A_WEEK = 5
BOOKED, TAKEN, MISSED = "booked", "taken", "missed"
STATES = (BOOKED, TAKEN, MISSED)
HALF_DAY = FULL_WEEK // (2 * DAYS_A_WEEK)


@dataclass(frozen=True)
class Balance:
    """Minutes to date: what was promised, and what became of it."""

    promised: int
    taken: int
    booked: int
    missed: int

    @property
    def left(self) -> int:
        """How many minutes are still to be had; below nothing where more was taken."""
        return self.promised - self.taken


def promised(
    share: Decimal,
    fte: Decimal,
    *,
    started_on: date,
    until: date,
    stops: Sequence[Stop] = (),
    away: Sequence[Dated] = (),
    hours: Sequence[Hours] = (),
    nation: str = "ENG",
) -> int:
    """How many minutes were promised from the first day up to a day, both counted.

    `fte` is the share with which the year began, and `hours` those that followed on it.
    """
    closed = [*stops, *away]
    worked = sum(
        share_on(day, fte, hours)
        for day in _days(started_on, until)
        if working_days.is_working_day(day, nation) and not any(covers(c, day) for c in closed)
    )
    return int(worked * Decimal(FULL_WEEK) / DAYS_A_WEEK * share)


def balance(entitled: int, entries: Iterable[tuple[str, int]]) -> Balance:
    """The balance of what was promised against entries, each a state and its minutes."""
    sums = dict.fromkeys(STATES, 0)
    for state, minutes in entries:
        sums[state] += minutes
    return Balance(entitled, sums[TAKEN], sums[BOOKED], sums[MISSED])


def hours(minutes: int) -> str:
    """Minutes as hours, to a half: "3.5 hours"."""
    halves = round(minutes / 30)
    number = f"{halves // 2}{'.5' if halves % 2 else ''}"
    return f"{number} {'hour' if number == '1' else 'hours'}"


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
