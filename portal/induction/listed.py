"""A year in a list of many: plain values, what is next in it, and what stands out.

A list shows little of a year and of what is next, so neither comes as the whole row that it has in
the database; what is shown of both follows from the same rules as on the page of a year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from portal.induction import board, calendar, forecast, programmes, wording
from portal.induction.moving import Moves, moves_of
from portal.induction.programmes import Programme


@dataclass(frozen=True, slots=True)
class NextItem:
    """The item that is next in a year: "Direct observation 2", due or agreed for a day."""

    title: str
    stage: str
    due_on: date
    booked_on: date | None

    @property
    def on_day(self) -> date:
        """The day to expect it."""
        return self.booked_on or self.due_on


@dataclass(frozen=True)
class Listed:
    """One year in a list of them, whose it is and where it stands; `stops` and the like as kept."""

    id: UUID
    person_id: UUID
    name: str
    assessor: str | None
    programme_key: str
    programme_version: str
    fte: Decimal
    started_on: date
    planned_end_on: date
    next_on: date
    stops: Sequence[Sequence[str | None]]
    extensions: Sequence[Sequence[Any]]
    hours: Sequence[Sequence[str]]

    @property
    def programme(self) -> Programme:
        """The programme that the person started with."""
        return programmes.pinned(self.programme_key, self.programme_version)

    @cached_property
    def moves(self) -> Moves:
        """The pauses, extensions and other hours in force, without days away."""
        return moves_of(self.fte, self.stops, self.extensions, self.hours)

    def week(self, today: date) -> calendar.Week:
        """The week of the year it is."""
        return calendar.week_of(
            today,
            programme=self.programme,
            started_on=self.started_on,
            fte=self.fte,
            moves=self.moves,
        )

    def day(self, today: date) -> str:
        """The day of what is next, or the last one of the year."""
        if forecast.known(self.next_on, self.moves) is None:
            return "a day not known yet"
        return wording.calendar_day(self.next_on, today)

    def stage(self, item: NextItem | None) -> str:
        """The stage to which what is next belongs."""
        stages = self.programme.stages if item else ()
        return next((each.title for each in stages if item and each.key == item.stage), "")

    def flags(self, item: NextItem | None, today: date) -> list[str]:
        """What stands out, each with its reason."""
        return board.flags(item, has_assessor=self.assessor is not None, today=today)
