"""The forecast: what a year's dates are under some terms, and what a change would move.

Pure. A year whose pause has no end yet has no dates after it: they follow when the day of return
is known, and nothing invents one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.induction import calendar, progress
from portal.induction.moving import Moves, Stop
from portal.induction.programmes.template import Programme
from portal.induction.progress import DatedThing
from portal.web import days

FOLLOWS = "follows when the day of return is known"


@dataclass(frozen=True)
class Terms:
    """What every date of a year follows from."""

    programme: Programme
    started_on: date
    fte: Decimal
    nation: str
    moves: Moves

    @property
    def last_on(self) -> date:
        """The last day of the year."""
        return calendar.last_day(self.programme, self.started_on, self.fte, self.nation, self.moves)

    def dates(self) -> dict[str, date]:
        """When each item is due, by its code."""
        dated = calendar.items_of(
            self.programme, self.started_on, self.fte, self.nation, self.moves
        )
        return {one.item.code: one.due_on for one in dated}


@dataclass(frozen=True)
class Row:
    """One item before and after: `becomes` is None where its day is not known yet."""

    title: str
    was: date
    becomes: date | None
    note: str = ""

    @property
    def is_moved(self) -> bool:
        """Whether the change gives it another day."""
        return self.was != self.becomes

    @property
    def new_words(self) -> str:
        """The day after the change, in words."""
        return days.in_words(self.becomes) if self.becomes else FOLLOWS.capitalize()


@dataclass(frozen=True)
class Forecast:
    """A whole year before and after a change."""

    rows: tuple[Row, ...]
    end: Row

    @property
    def moved(self) -> int:
        """How many things get another day."""
        return sum(row.is_moved for row in self.rows)


def forecast(items: Iterable[DatedThing], *, planned_end_on: date, terms: Terms) -> Forecast:
    """What is still to come, with its day of today and its day under these terms."""
    dates = terms.dates()
    rows = []
    for item in progress.whats_next(items):
        day = dates.get(str(getattr(item, "code", "")), item.due_on)
        rows.append(
            Row(item.title, item.due_on, known(day, terms.moves), booked_note(item, terms.moves))
        )
    rows.sort(key=lambda row: row.was)
    end = Row("Last day of the year", planned_end_on, known(terms.last_on, terms.moves))
    return Forecast(tuple(rows), end)


def known(day: date, moves: Moves) -> date | None:
    """The day itself, or None where it comes after a pause without a day of return."""
    stop = open_stop(moves)
    return None if stop and day >= stop.started_on else day


def open_stop(moves: Moves) -> Stop | None:
    """The pause that has no day of return yet, if there is one."""
    return next((stop for stop in moves.stops if stop.ended_on is None), None)


def booked_note(item: DatedThing, moves: Moves) -> str:
    """Where the day agreed for an item falls into a pause, that it does."""
    if item.booked_on is None or item.held_on is not None:
        return ""
    agreed = f"Agreed for {days.in_words(item.booked_on)}"
    if moves.stop_on(item.booked_on):
        return f"{agreed}, which falls into the pause. Agree another day"
    return f"{agreed}, which stays"
