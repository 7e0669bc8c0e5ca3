"""Carrying: what becomes of the items of a year when it moves to another programme or version.

Pure. An item carries over to the one of the same code and kind, else to the first of its kind that
is still free, in the order of their days; with it go its record, its booked day and all that is
tied to it. What was recorded and has no counterpart is kept as it is. What was not recorded falls
away. Nothing that was recorded is ever lost.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from portal.induction.calendar import DatedItem
from portal.induction.programmes.template import Programme
from portal.induction.progress import HAPPENED


class Carried(Protocol):
    """An item of somebody's year."""

    code: Any
    kind: Any
    due_on: Any
    held_on: Any
    earlier: Any


Thing = TypeVar("Thing", bound=Carried)


@dataclass(frozen=True)
class Plan(Generic[Thing]):
    """What carries over to what, what is new, what is kept as it is, and what falls away."""

    carried: Sequence[tuple[Thing, DatedItem]]
    new: Sequence[DatedItem]
    kept: Sequence[Thing]
    away: Sequence[Thing]


def plan(items: Collection[Thing], dated: Sequence[DatedItem]) -> Plan[Thing]:
    """What a move does to these items, where the other programme has those days."""
    left = sorted(items, key=lambda item: (item.due_on, item.code))
    free = list(dated)
    carried = _by_code(left, free) + _by_kind(left, free)
    kept = [item for item in left if _is_recorded(item)]
    away = [item for item in left if not _is_recorded(item)]
    return Plan(sorted(carried, key=lambda pair: pair[1].due_on), free, kept, away)


def stage_on(day: date, *, programme: Programme, started_on: date, last: date) -> str:
    """The key of the stage in which a day falls; the last one after the end."""
    length = max((last - started_on).days, 1)
    month = (day - started_on).days / length * programme.months
    stages = programme.stages
    return next((each.key for each in stages if month <= each.to_month), stages[-1].key)


def free_code(code: str, taken: Collection[str]) -> str:
    """The code for something kept whose own code another item needs."""
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return next(tried for tried in (code, *numbered) if tried not in taken)


def _by_code(left: list[Thing], free: list[DatedItem]) -> list[tuple[Thing, DatedItem]]:
    pairs = []
    for item in list(left):
        same = (item.code, item.kind)
        for other in free:
            if (other.item.code, other.item.kind) == same:
                pairs.append((item, other))
                left.remove(item)
                free.remove(other)
                break
    return pairs


def _by_kind(left: list[Thing], free: list[DatedItem]) -> list[tuple[Thing, DatedItem]]:
    """Recorded ones first, so that no record is left over while there is a place for it."""
    pairs = []
    for item in sorted(left, key=lambda one: not _is_recorded(one)):
        other = next((one for one in free if one.item.kind == item.kind), None)
        if other is not None:
            pairs.append((item, other))
            left.remove(item)
            free.remove(other)
    return pairs


def _is_recorded(item: Carried) -> bool:
    return item.held_on is not None or item.earlier == HAPPENED
