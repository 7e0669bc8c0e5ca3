"""Sources: which system a staff list comes from, and what its headings meant last time.

A meaning is remembered by the text of a heading, without case, accents, spaces and punctuation, and
not by the number of its column: a column may move, and others may come between. Where several
columns have one heading they are told apart by which of them it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from portal.people.staff_list.columns import LABELS, Mapping, guess, plain
from portal.people.staff_list.columns import recognised as known_by_name

LONGEST_HEADING = 200
ALIKE_ENOUGH = 0.5


class Source(Protocol):
    """What is remembered of a source."""

    @property
    def headings(self) -> dict[str, str]:
        """The folded heading of each field's column."""

    @property
    def seen(self) -> list[str]:
        """Every folded heading that its last list had."""


AnySource = TypeVar("AnySource", bound=Source)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is to be remembered of the headings of a list."""

    headings: dict[str, str]
    seen: list[str]


def folded(headings: Sequence[str]) -> list[str]:
    """Each heading as it is remembered: "postStart" and "Post  Start" are one and the same.

    The second of two alike is told from the first: "date", "date#2".
    """
    met: Counter[str] = Counter()
    names = []
    for heading in headings:
        name = plain(heading)
        met[name] += 1
        names.append(name if met[name] == 1 and name else f"{name}#{met[name]}")
    return names


def meaning(mapping: Mapping, headings: Sequence[str]) -> Meaning:
    """What to remember of a list that was read by this mapping."""
    names = folded(headings)
    return Meaning({field: names[number] for field, number in mapping.items()}, names)


def mapping_by(source: Source, headings: Sequence[str]) -> Mapping:
    """The meaning of these headings as last time; a heading that is new is guessed by its name."""
    names = folded(headings)
    place = {name: number for number, name in enumerate(names)}
    mapping = {
        field: place[name]
        for field, name in source.headings.items()
        if field in LABELS and name in place
    }
    new = set(names) - set(source.seen)
    taken = set(mapping.values())
    for field, number in guess(headings).items():
        if field not in mapping and names[number] in new and number not in taken:
            mapping[field] = number
    return mapping


def alike(source: Source, headings: Sequence[str]) -> float:
    """How much the headings are those of the source's last list: shared ones over all of both."""
    here, there = set(folded(headings)), set(source.seen)
    return len(here & there) / len(here | there) if here | there else 0.0


def recognised(sources: Iterable[AnySource], headings: Sequence[str]) -> AnySource | None:
    """The source whose last list had the most alike headings; of several, the first one given."""
    scored = [(alike(source, headings), source) for source in sources]
    good = [(score, source) for score, source in scored if score >= ALIKE_ENOUGH]
    return max(good, key=lambda pair: pair[0])[1] if good else None


def known_to(sources: Iterable[Source]) -> Callable[[Sequence[str]], int]:
    """Counts the cells of a row that are headings which everybody knows or a source has had."""
    seen = {name for source in sources for name in source.seen}

    def count(cells: Sequence[str]) -> int:
        remembered = sum(bool(plain(cell)) and plain(cell) in seen for cell in cells)
        return max(known_by_name(cells), remembered)

    return count


def known_again(headings: Sequence[str]) -> Callable[[Sequence[str]], int]:
    """Counts the cells of just the row that has these headings, to find them again in a file."""

    def count(cells: Sequence[str]) -> int:
        return len(cells) if kept(cells) == list(headings) else 0

    return count


def kept(headings: Sequence[str]) -> list[str]:
    """Headings as an upload keeps them."""
    return [heading.strip()[:LONGEST_HEADING] for heading in headings]
