"""Progress: what of a year took place, what was due, and what is next.

Works on anything that looks like a `DatedThing`. Counts are counts, never a share of a person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

SOON = timedelta(days=28)  # what is due within four weeks is said to be coming up

DONE, WAS_DUE, COMING_UP, NOT_STARTED = "done", "was due", "coming up", "not started"
HAPPENED, NOT_KNOWN = "happened", "not known"  # what was due before the portal took somebody on


class Expected(Protocol):
    """Something due or agreed for a day; a day is a `date`, or None where it is not known yet."""

    @property
    def title(self) -> Any:
        """What it is."""

    @property
    def due_on(self) -> Any:
        """The day by which it is due."""

    @property
    def booked_on(self) -> Any:
        """The day agreed for it."""


class DatedThing(Expected, Protocol):
    """An item of somebody's year."""

    kind: Any
    held_on: Any
    is_optional: Any


Thing = TypeVar("Thing", bound=DatedThing)


@dataclass(frozen=True)
class Count:
    """So many of so many took place."""

    done: int
    of: int

    @property
    def words(self) -> str:
        """The count as it is printed: "1 of 3"."""
        return f"{self.done} of {self.of}"


def on_day(item: Expected) -> date:
    """The day to expect an item: the one agreed for it, or the one by which it is due."""
    day: date = item.booked_on or item.due_on
    return day


def is_waiting(item: DatedThing) -> bool:
    """Whether an item is still to come: an optional one only once a day is agreed for it.

    What was due before the portal took the person on is neither due nor missed.
    """
    if item.held_on is not None or earlier(item):
        return False
    return item.booked_on is not None or not item.is_optional


def earlier(item: DatedThing) -> str:
    """What is known of an item from before the portal; empty for every other."""
    return str(getattr(item, "earlier", ""))


def is_done(item: DatedThing) -> bool:
    """Whether an item took place, here or before the portal."""
    return item.held_on is not None or earlier(item) == HAPPENED


def whats_next(items: Iterable[Thing], at_most: int | None = None) -> list[Thing]:
    """What is not recorded yet, by day; what was due before today therefore comes first."""
    return sorted((item for item in items if is_waiting(item)), key=on_day)[:at_most]


def asked_for(items: Iterable[Thing], last_on: date | None) -> list[Thing]:
    """The items of a year that breaks off on a day, without those that nobody is asked for then."""
    return [
        item for item in items if last_on is None or not is_waiting(item) or on_day(item) <= last_on
    ]


def was_due(items: Collection[Thing], today: date) -> list[Thing]:
    """What was due before today and is not recorded, oldest first."""
    return [item for item in whats_next(items) if on_day(item) < today]


def upcoming(items: Collection[Thing], today: date) -> list[Thing]:
    """What is expected today or later, soonest first."""
    return [item for item in whats_next(items) if on_day(item) >= today]


def foremost(items: Collection[Thing], today: date, at_most: int = 3) -> list[Thing]:
    """The few to put first: what was due, but never so much that nothing to come is seen."""
    waiting = whats_next(items)
    past = [item for item in waiting if on_day(item) < today]
    coming = waiting[len(past) :]
    room = at_most - min(len(coming), 1)
    return [*past[:room], *coming][:at_most]


def expected_on(items: Iterable[DatedThing], *, otherwise: date) -> date:
    """The day of what is next; `otherwise` where nothing is left."""
    return next((on_day(item) for item in whats_next(items)), otherwise)


def count(items: Collection[DatedThing], kind: str | None = None) -> Count:
    """How many took place, of one kind or of all. Optional ones count once a day is agreed."""
    of_kind = [item for item in items if kind in (None, item.kind)]
    done = sum(is_done(item) for item in of_kind)
    return Count(done, done + sum(is_waiting(item) for item in of_kind))


def next_of_kind(items: Collection[Thing], kind: str) -> Thing | None:
    """The first item of a kind that is not recorded yet."""
    return next((item for item in whats_next(items) if item.kind == kind), None)


def state(item: DatedThing, today: date) -> str:
    """How an item stands on a day: done, was due, coming up or not started."""
    if is_done(item):
        return DONE
    if not is_waiting(item):
        return NOT_STARTED
    day = on_day(item)
    if day < today:
        return WAS_DUE
    return COMING_UP if item.booked_on or day <= today + SOON else NOT_STARTED
