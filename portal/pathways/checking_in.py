"""Two views of where somebody stands towards a goal, side by side, differences first. Pure.

Each of the two says it alone; neither sees the other's until both have. Then what they see
differently comes first, the widest difference at the top, and the rest in the order of the place.
Source: list of features, F123 (self and manager check-in).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.web.numbers import counted

NOT_YET, ON_THE_WAY, SHOWN = "not yet", "on the way", "shown"
LEVELS = (NOT_YET, ON_THE_WAY, SHOWN)
IN_WORDS = {NOT_YET: "Not yet", ON_THE_WAY: "On the way", SHOWN: "Shown"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement, by its key and in its words of that day."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement as the two see it."""

    words: str
    mine: str
    theirs: str

    @property
    def difference(self) -> int:
        """How many steps the two are apart."""
        return abs(LEVELS.index(self.mine) - LEVELS.index(self.theirs))


def side_by_side(
    asked: Sequence[Asked], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> list[Line]:
    """What both said, differences first; what one of them left out counts as not yet."""
    lines = [
        Line(each.words, mine.get(each.key, NOT_YET), theirs.get(each.key, NOT_YET))
        for each in asked
    ]
    return sorted(lines, key=lambda line: -line.difference)


def in_a_sentence(lines: Sequence[Line]) -> str:
    """How far the two agree."""
    apart = sum(line.difference > 0 for line in lines)
    if not apart:
        return "You both see it the same way."
    verb = "is" if apart == 1 else "are"
    return f"{counted(apart, 'point', 'points')} of {len(lines)} {verb} seen differently."
