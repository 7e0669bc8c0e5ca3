"""Data quality: what to look at in what the portal holds about people, and how it is judged.

Nothing here is an error of somebody's, and nothing stands in the way of anybody's work: each kind
says in a line why it matters, and each thing has one action that mends it.
"""

import tomllib
from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from portal.people.folding import fold, words
from portal.people.registration.numbers import registered_as

COUNTED_TO = 1000
FELLOWS = 5
Key = TypeVar("Key", bound=Hashable)
# A full week in hours, as councils have it: 35 to 39, with room for rounding on either side.
SHORTEST_WEEK, LONGEST_WEEK = Decimal("34"), Decimal("41")


@dataclass(frozen=True)
class Kind:
    """One kind of thing to look at: its words, and why it matters."""

    key: str
    title: str
    why: str
    one: str
    many: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))


KINDS: tuple[Kind, ...] = tuple(Kind(key, **said) for key, said in _read("kinds.toml").items())
JOBS: Mapping[str, list[str]] = _read("registered_jobs.toml")
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Known:
    """What tells one person from another."""

    id: UUID
    names: str
    registration_number: str
    service_started_on: date | None


def hours_fit(fte: Decimal, hours: Decimal) -> bool:
    """Whether the hours are that share of a full week of between 34 and 41 hours."""
    return fte * SHORTEST_WEEK <= hours <= fte * LONGEST_WEEK


def needs_registration(job_title: str) -> bool:
    """Whether whoever does this job has to be registered with Social Work England."""
    title = f" {fold(job_title)} "
    asks = any(f" {words} " in title for words in JOBS["asks"])
    return asks and not any(f" {word} " in title for word in JOBS["but_not"])


def likely_twice(
    people: Iterable[Known], apart: Collection[tuple[UUID, UUID]] = ()
) -> dict[UUID, set[UUID]]:
    """Who is likely somebody else of these once more, each with a few of whom.

    Two are alike when they have the same registration number however it is written, or the same
    folded names and the same first day of continuous service. A name alone proves nothing.
    Of `apart` (lower id first) somebody said that they are two people: those are not alike.
    """
    alike: dict[object, list[UUID]] = defaultdict(list)
    for person in people:
        for mark in _marks(person):
            alike[mark].append(person.id)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for together in alike.values():
        for one in together:
            others = (each for each in together if each != one)
            alike_still = (each for each in others if (min(one, each), max(one, each)) not in apart)
            found[one].update(islice(alike_still, FELLOWS))
    return {one: others for one, others in found.items() if others}


def _marks(person: Known) -> list[object]:
    marks: list[object] = []
    digits = registered_as(person.registration_number)
    if digits:
        marks.append(("registration", digits))
    if person.service_started_on is not None:
        marks.append((frozenset(words(person.names)), person.service_started_on))
    return marks


def lead(numbers: Mapping[str, int]) -> str:
    """Where we stand, in one sentence, from the number of each kind (1,001 means more)."""
    kinds = [number for number in numbers.values() if number]
    if not kinds:
        return "All is in order: none of the checks found anything to look at."
    more = any(number > COUNTED_TO for number in kinds)
    total = sum(min(number, COUNTED_TO) for number in kinds)
    what = "thing" if total == 1 and not more else "things"
    of = "1 kind" if len(kinds) == 1 else f"{len(kinds)} kinds"
    least = "at least " if more else ""
    return f"Nothing stands in the way; {least}{total:,} {what} to look at in {of}."


def way_round(person: Key, above: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """The shortest way up from somebody back to themselves, beginning with them; or nothing."""
    before: dict[Key, Key] = {}
    waiting = deque([person])
    while waiting:
        at = waiting.popleft()
        for each in above.get(at, ()):
            if each == person:
                return _back(at, person, before)
            if each not in before:
                before[each] = at
                waiting.append(each)
    return []


def _back(last: Key, first: Key, before: Mapping[Key, Key]) -> list[Key]:
    path = [last]
    while path[-1] != first:
        path.append(before[path[-1]])
    return path[::-1]
