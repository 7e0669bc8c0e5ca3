"""Who could apply to which panel, as far as dates go, and how many places there are for them. Pure.

Somebody could apply to a panel when they reach, by its last day for applications, all the dates of
one place that their own leads up to. Places count of which the catalogue says that people come
there by progression or a panel; where it says so of none, all of them; or the one that is asked
for by name. Whoever could apply to one panel could apply to those after it. Counting stops at a
hundred, and says so: people come in the order of the list, one after the other, so a count costs
no more in a house of ten thousand than in one of two.

Shapes: panels are given by their last days for applications, in order; `Candidate` is somebody with
where they stand today and their dates. Source: the list of what a portal must do, C75.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.pathways.catalogue.entries import Catalogue, Place
from portal.pathways.eligibility import Reached, all_reached, dated, first_panel
from portal.pathways.showing import Facts

MOST_COUNTED = 200
BY_PANEL = ("progression", "panel")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the list: who, where in its order, the places they stand at, and their dates."""

    who: Any
    order: str
    here: tuple[str, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Chance:
    """A place that somebody's own leads up to, and when they reach its dates."""

    place: Place
    reached: Reached


@dataclass(frozen=True)
class Demand:
    """For one panel: how many could apply, for how many of them it is the first, or at least so."""

    people: int
    new: int
    more: bool = False


class Forecast:
    """What lies ahead of people under one catalogue on one day; of one place alone, or of all."""

    def __init__(
        self, catalogue: Catalogue, day: date, closing: Sequence[date], place: str = ""
    ) -> None:
        self.day, self.closing = day, closing
        ahead = next_places(catalogue)
        decided = {each.key: each for each in ahead if is_by_panel(each)}
        named = {each.key: each for each in ahead if each.key == place}
        self.wanted = named or decided or {each.key: each for each in ahead}
        self.dates = {key: dated(each) for key, each in self.wanted.items()}
        self.ahead = {
            each.key: tuple(key for key in each.up if key in self.wanted)
            for each in catalogue.places
        }

    @property
    def origins(self) -> list[str]:
        """The places from which one moves up to those that are wanted."""
        return [key for key, ahead in self.ahead.items() if ahead]

    @property
    def looked_at(self) -> set[str]:
        """The places at which time counts for one of those that are wanted, and the origins."""
        of = {key for dates in self.dates.values() for each in dates for key in each.of}
        return of | set(self.origins)

    def chances(self, candidate: Candidate) -> list[Chance]:
        """Each place that lies next for somebody, with when they reach its dates; soonest first."""
        found = [Chance(self.wanted[key], reached) for key, reached in self._reached(candidate)]
        return sorted(found, key=_soonest)

    def _reached(self, candidate: Candidate) -> Iterator[tuple[str, Reached]]:
        for key in dict.fromkeys(key for here in candidate.here for key in self.ahead[here]):
            if key not in candidate.here:
                yield key, all_reached(self.dates[key], candidate.facts, self.day)

    def first(self, candidate: Candidate) -> int | None:
        """Which panel is the first that somebody could apply to; None where none is in sight."""
        days = (reached.on for _, reached in self._reached(candidate) if reached.on is not None)
        return first_panel(min(days, default=None), self.closing)

    def demand(self, candidates: Iterable[Candidate], most: int = MOST_COUNTED) -> list[Demand]:
        """How many could apply to each panel. It stops once the first has more than are counted."""
        new = [0] * len(self.closing)
        for candidate in candidates if self.closing else ():
            number = self.first(candidate)
            if number is not None:
                new[number] += 1
                if number == 0 and new[0] > most:
                    return [Demand(most, most, more=True)] * len(new)
        people = [sum(new[: n + 1]) for n in range(len(new))]
        return [
            Demand(min(each, most), fresh, more=each > most)
            for each, fresh in zip(people, new, strict=True)
        ]


def next_places(catalogue: Catalogue) -> list[Place]:
    """The places that some other leads up to, by their titles."""
    ahead = {key for each in catalogue.places for key in each.up}
    return sorted((catalogue.by_key[key] for key in ahead), key=lambda each: each.title)


def is_by_panel(place: Place) -> bool:
    """Whether the catalogue says that people come to a place by progression."""
    return any(word in place.reached.lower() for word in BY_PANEL)


def _soonest(chance: Chance) -> tuple[bool, date, str]:
    return chance.reached.on is None, chance.reached.on or date.max, chance.place.title
