"""The years of the demo that changed: one paused, one extended, one that waits for two people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from portal.demo import past
from portal.demo.pairings import COORDINATOR
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.induction import operations
from portal.induction.models import Induction, InductionChange
from portal.people.models import Person

# By the week of the year in which somebody is.
PAUSED, EXTENDED, WAITING, TAKEN_ON = 31, 44, 40, 27
TAKEN_ON_AFTER = timedelta(weeks=16)
UNKNOWN_THINGS = 2
PROBATION = timedelta(days=182)


class Year(Protocol):
    """A year of the demo."""

    @property
    def one(self) -> Employee:
        """Whose it is."""

    @property
    def induction(self) -> Induction:
        """The year itself."""

    @property
    def assessor(self) -> Person | None:
        """Who assesses them."""


@dataclass(frozen=True)
class _Four:
    """The four who agree to a change of one year."""

    worker: Person
    assessor: Person | None
    manager: Person | None
    coordinator: Person


def taken_on(one: Employee) -> date | None:
    """The day on which the portal took somebody on in mid-year, if it did."""
    return one.career.joined_on + TAKEN_ON_AFTER if one.seat.week == TAKEN_ON else None


def change_years(scene: Scene, years: Iterable[Year]) -> None:
    """Let a few years change, each as it would be in an office."""
    for year in years:
        if year.one.member is not None:
            continue
        four = _Four(
            year.one.person,
            year.assessor,
            scene.manager_of(year.one),
            scene.doing(COORDINATOR)[0].person,
        )
        _change(scene.today, year, four)
    _probation(years)


def _change(today: date, year: Year, four: _Four) -> None:
    week = year.one.seat.week
    if week == PAUSED:
        first = weekday(today - timedelta(days=3))
        days = {"started_on": first, "ended_on": first + timedelta(days=27)}
        change = _proposed(today - timedelta(days=4), year, "pause", "parental leave", **days)
        _agree(today - timedelta(days=4), change, four.assessor, four.manager, four.coordinator)
    elif week == EXTENDED:
        on = today - timedelta(days=20)
        change = _proposed(on, year, "extension", "time lost", started_on=on, extends_by=42)
        _agree(on, change, four.assessor, four.manager, four.coordinator)
    elif week == WAITING:
        first = weekday(today + timedelta(days=14))
        days = {"started_on": first, "ended_on": first + timedelta(days=13)}
        on = today - timedelta(days=2)
        change = _proposed(on, year, "pause", "missing support", **days)
        _agree(on, change, four.assessor)
    elif week == TAKEN_ON:
        on = year.induction.taken_on_on or today
        earlier = [item.id for item in operations.earlier_items(year.induction)]
        with past.on(on + timedelta(days=2)):
            operations.note_earlier_items(
                four.worker, year.induction, happened=earlier[:-UNKNOWN_THINGS], held_on={}
            )


def _proposed(on: date, year: Year, kind: str, reason: str, **days: Any) -> InductionChange:
    with past.on(on):
        return operations.propose_change(
            year.one.person, year.induction, kind=kind, reason=reason, **days
        )


def _agree(on: date, change: InductionChange, *people: Person | None) -> None:
    with past.on(on):
        for person in people:
            if person is not None:
                operations.agree_to_change(person, change)


def _probation(years: Iterable[Year]) -> None:
    """HR writes down when probation ends: six months after the first day, for most."""
    for number, year in enumerate(years):
        if number % 3:
            year.induction.probation_ends_on = year.induction.started_on + PROBATION
