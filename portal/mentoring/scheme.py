"""How the scheme stands, in plain figures: who meets as agreed, who has gone quiet, what ended.

Pure. Shapes: a pair is anything with `rhythm.Pair` in `quiet` and the ids of its two; months are
their first day. Units: pairs, people, sessions, minutes. Raises nothing. Source: this portal's
plan for the coordinator's page (2026): facts only, and nobody is ranked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from portal.mentoring import rhythm
from portal.web.numbers import counted, in_words

MONTHS = 12


class Standing(Protocol):
    """A pair as the scheme knows it."""

    @property
    def quiet(self) -> rhythm.Pair:
        """When it last met, and what is agreed."""


Some = TypeVar("Some", bound=Standing)


@dataclass(frozen=True)
class Scheme(Generic[Some]):
    """How many pairs there are and met as agreed, and those quiet for longer than the wait.

    `resting` are those for which today does not count: paused, or one of the two is away.
    """

    pairs: int
    within: int
    quiet: Sequence[Some]
    resting: int = 0

    @property
    def lead(self) -> str:
        """Where the scheme stands, in a sentence or two."""
        if not self.pairs:
            return "Nobody is paired yet."
        if self.within == self.pairs:
            return f"{_all(self.pairs)} met within their rhythm. Nothing needs you here."
        met = f"{self.within} of {counted(self.pairs, 'pair', 'pairs')} met within their rhythm."
        return f"{met} {_quiet(len(self.quiet))}"


@dataclass
class Month:
    """What was held, or ended, in one month: numbers by kind."""

    first: date
    numbers: Counter[str] = field(default_factory=Counter)
    minutes: Counter[str] = field(default_factory=Counter)


def stands(pairs: Sequence[Some], today: date) -> Scheme[Some]:
    """How the scheme stands on a day."""
    within = [each for each in pairs if rhythm.is_within(each.quiet, today)]
    resting = sum(rhythm.rests(each.quiet, today) for each in pairs)
    quiet = [each for each in pairs if _is_quiet(each.quiet, today)]
    return Scheme(len(pairs), len(within), quiet, resting)


def months_up_to(today: date, number: int = MONTHS) -> list[date]:
    """The first days of so many months, this one first."""
    place = today.year * 12 + today.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(place, place - number, -1)]


def by_month(months: Sequence[date], rows: Iterable[tuple[date, str, int, int]]) -> list[Month]:
    """Rows of a day, a kind, how many and how long, gathered in these months."""
    found: Mapping[date, Month] = {first: Month(first) for first in months}
    for day, kind, number, minutes in rows:
        month = found.get(day.replace(day=1))
        if month is not None:
            month.numbers[kind] += number
            month.minutes[kind] += minutes
    return list(found.values())


def totals(months: Iterable[Month]) -> Counter[str]:
    """The minutes of all these months by kind; different kinds of help are never added together."""
    minutes: Counter[str] = Counter()
    for month in months:
        minutes += month.minutes
    return minutes


def _is_quiet(pair: rhythm.Pair, today: date) -> bool:
    """Whether a coordinator was told of the pair, and nothing has come of it yet."""
    is_arranged = pair.next_on is not None and pair.next_on >= today
    return pair.coordinator_told_on is not None and not (is_arranged or rhythm.rests(pair, today))


def _all(pairs: int) -> str:
    return {1: "The one pair", 2: "Both pairs"}.get(pairs, f"All {pairs} pairs")


def _quiet(number: int) -> str:
    if number == 0:
        return "None has been quiet for longer than agreed."
    has = "pair has" if number == 1 else "pairs have"
    return f"{in_words(number).capitalize()} {has} been quiet for longer than agreed."
