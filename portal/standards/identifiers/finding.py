"""What was found where, and how several findings of one place become one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import Match, Pattern

LONGEST = 200_000  # characters looked at: four times what a piece may hold


@dataclass(frozen=True, order=True)
class Found:
    """A stretch of a text that may say who somebody is."""

    start: int
    end: int
    kind: str  # in the words of the warning: "a name", "a postcode"
    words: str  # what stands there


def matches(pattern: Pattern[str], text: str, kind: str) -> Iterator[Found]:
    """Each match of the pattern (of its group called `it`, where it has one) as a finding."""
    group = "it" if "it" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        yield at(match, kind, group)


def at(match: Match[str], kind: str, group: str | int = 0) -> Found:
    """A match as a finding."""
    return Found(match.start(group), match.end(group), kind, match[group])


def without_overlaps(findings: Iterable[Found]) -> list[Found]:
    """The findings in the order of the text; of two that overlap the one that came first."""
    taken: list[Found] = []
    ends: dict[int, int] = {}
    for one in findings:
        covered = range(one.start, one.end)
        if any(place in ends for place in covered):
            continue
        ends.update(dict.fromkeys(covered, 1))
        taken.append(one)
    return sorted(taken)
