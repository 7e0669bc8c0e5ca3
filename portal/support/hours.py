"""Consultants' help in totals: by kind and by month, and never so few people that one is known.

Shapes: `Given` is one consultation that was held or one question that was answered, with whom it
helped; a `Total` adds a group up. Units: minutes. A group is shown from ten people helped; smaller
ones are put together until they are ten or more, with the next smallest one where they are not, so
that nobody can be counted out of a total; fewer than ten people in all have none. Raises nothing.
Source: the portal's rule of ten (2026); F119 of its list of features.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

FEWEST = 10
TOGETHER = "Others together"
EVERYTHING = "All together"


@dataclass(frozen=True, slots=True)
class Given:
    """Help of a kind on a day, to a person: a consultation, or else an answer."""

    day: date
    kind: str
    minutes: int
    is_consultation: bool
    helped: UUID | None = None

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.day.replace(day=1)


@dataclass(frozen=True, slots=True)
class Total:
    """A group in figures; `key` is its kind or month, and words where several stand together."""

    key: Any
    consultations: int
    answers: int
    minutes: int

    @property
    def hours(self) -> str:
        """The minutes as hours with one decimal."""
        return f"{self.minutes / 60:,.1f}"


def by(given: Iterable[Given], key: Callable[[Given], Any]) -> list[Total]:
    """What somebody gave themselves, by kind or by month: for their own eyes, nothing left out."""
    groups = _groups(given, key)
    return [_total(name, groups[name]) for name in sorted(groups)]


def for_others(given: Iterable[Given], key: Callable[[Given], Any]) -> list[Total]:
    """Totals that may be shown to others, the groups that many people were helped in."""
    groups = _groups(given, key)
    shown = sorted(groups.items(), key=lambda each: (-_people(each[1]), str(each[0])))
    together: list[Given] = []
    while shown and (_people(shown[-1][1]) < FEWEST or (together and _people(together) < FEWEST)):
        together += shown.pop()[1]
    made = [_total(name, rows) for name, rows in sorted(shown, key=lambda each: str(each[0]))]
    if _people(together) >= FEWEST:
        made.append(_total(TOGETHER if shown else EVERYTHING, together))
    return made


def _groups(given: Iterable[Given], key: Callable[[Given], Any]) -> dict[Any, list[Given]]:
    groups: dict[Any, list[Given]] = defaultdict(list)
    for each in given:
        groups[key(each)].append(each)
    return groups


def _people(rows: Sequence[Given]) -> int:
    return len({each.helped for each in rows})


def _total(key: Any, rows: Sequence[Given]) -> Total:
    held = sum(each.is_consultation for each in rows)
    return Total(key, held, len(rows) - held, sum(each.minutes for each in rows))
