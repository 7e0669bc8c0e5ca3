"""Whether progression treats people alike: outcomes and waiting, by grade and by what people said.

One table for each question: a line for each answer, or several answers together, so that a line is
never of fewer than ten people. Groups are not crossed with each other or with grades, because what
is crossed soon speaks of one person. People are counted in fives, rounded down. Shares are rounded
to five in a hundred and end in "85% or more" and "15% or less": no line says all or none.

All tables are of the same people, so their totals agree, and somebody could take the known lines of
one from the total of another. `tables` tries just that, as if the exact size of every group were
known: where all or none of a group could be worked out, smaller groups are put together until it
cannot. What three whole years decided, from 1 April to 31 March, is pooled, worked out once a year
and kept, so that two looks in one year show the same whatever people answer meanwhile.

Shapes: `Decided` is the last decision about one person, with an answer to each question by its key.
Units: days between applying and the decision; a line gives the middle of them in whole weeks.
Source: the list of what a portal must do, C71, and the portal's rule of ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from statistics import median
from typing import Any

FEWEST = 10
COUNTED_IN = 5
HIGH, LOW = 85, 15
YEARS = 3
Block = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a panel decided about one person, and their answer to each question."""

    answers: Mapping[str, str]
    progressed: bool
    days_waited: int


@dataclass(frozen=True, slots=True)
class Line:
    """At least ten people together; `share` of a hundred progressed, and at an end more or less."""

    answers: Block
    people: int
    share: int
    weeks: int

    @property
    def share_words(self) -> str:
        """How many of a hundred progressed, in words that never say all or none."""
        if self.share == HIGH:
            return f"{HIGH}% or more"
        return f"{LOW}% or less" if self.share == LOW else f"about {self.share}%"


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown: everybody, and the lines of each question that has more than one."""

    everybody: Line
    by: Mapping[str, tuple[Line, ...]]


def pooled_years(today: date) -> tuple[date, date]:
    """The first and the last day of the three whole years that ended last."""
    ends_in = today.year if (today.month, today.day) >= (4, 1) else today.year - 1
    return date(ends_in - YEARS, 4, 1), date(ends_in, 3, 31)


def tables(decided: Iterable[Decided], questions: Sequence[str]) -> Shown | None:
    """What may be shown of these decisions; None where there are fewer than ten."""
    rows = list(decided)
    if len(rows) < FEWEST:
        return None
    parted = {question: _blocks(rows, question) for question in questions}
    while found := _told_by_taking_away(rows, parted):
        parted[found] = _fewer(rows, found, parted[found])
    return Shown(
        everybody=_line(rows, ()),
        by={
            question: tuple(_line(_who(rows, question, block), block) for block in blocks)
            for question, blocks in parted.items()
            if len(blocks) > 1
        },
    )


def to_keep(shown: Shown | None) -> dict[str, Any]:
    """What may be shown as plain values; empty where nothing may be."""
    return asdict(shown) if shown else {}


def kept(content: Mapping[str, Any]) -> Shown | None:
    """What may be shown, from what was kept."""
    if not content:
        return None
    by = {
        question: tuple(_kept_line(line) for line in lines)
        for question, lines in content["by"].items()
    }
    return Shown(_kept_line(content["everybody"]), by)


def _kept_line(line: Mapping[str, Any]) -> Line:
    return Line(tuple(line["answers"]), line["people"], line["share"], line["weeks"])


def share_shown(progressed: int, people: int) -> int:
    """The share as it is shown: in fives, and never beyond the ends."""
    if 100 * progressed >= HIGH * people:
        return HIGH
    if 100 * progressed <= LOW * people:
        return LOW
    share = COUNTED_IN * round(100 * progressed / people / COUNTED_IN)
    return min(HIGH - COUNTED_IN, max(LOW + COUNTED_IN, share))


def _blocks(rows: Sequence[Decided], question: str) -> list[Block]:
    """The answers, the most given first; those under ten together until they are ten."""
    counted = Counter(row.answers.get(question, "") for row in rows)
    order = sorted(counted, key=lambda answer: (-counted[answer], answer))
    few: list[str] = []
    while order and (counted[order[-1]] < FEWEST or 0 < sum(counted[a] for a in few) < FEWEST):
        few.append(order.pop())
    return [*((answer,) for answer in order), *([tuple(sorted(few))] if few else [])]


def _fewer(rows: Sequence[Decided], question: str, blocks: Sequence[Block]) -> list[Block]:
    """The two smallest of these blocks put together."""
    *rest, one, other = sorted(blocks, key=lambda block: -len(_who(rows, question, block)))
    return [*rest, tuple(sorted(one + other))]


def _told_by_taking_away(rows: Sequence[Decided], parted: Mapping[str, list[Block]]) -> str | None:
    """A question of which a line's all or none could be worked out from the other lines shown."""
    could = {
        question: [_could_be(_who(rows, question, block)) for block in blocks]
        for question, blocks in parted.items()
    }
    totals = [_sum(lines) for lines in could.values()] + [_could_be(rows)]
    least, most = max(low for low, _ in totals), min(high for _, high in totals)
    for question, lines in could.items():
        low_of_all, high_of_all = _sum(lines)
        for block, (low, high) in zip(parted[question], lines, strict=True):
            fewest = max(low, least - (high_of_all - high))
            greatest = min(high, most - (low_of_all - low))
            if len(lines) > 1 and (fewest == len(_who(rows, question, block)) or greatest == 0):
                return question
    return None


def _could_be(rows: Sequence[Decided]) -> tuple[int, int]:
    """The fewest and the most who may have progressed, for whoever sees the line of these."""
    seen = share_shown(sum(row.progressed for row in rows), len(rows))
    alike = [each for each in range(len(rows) + 1) if share_shown(each, len(rows)) == seen]
    return alike[0], alike[-1]


def _sum(lines: Iterable[tuple[int, int]]) -> tuple[int, int]:
    lows, highs = zip(*lines, strict=True)
    return sum(lows), sum(highs)


def _who(rows: Sequence[Decided], question: str, block: Block) -> list[Decided]:
    return [row for row in rows if row.answers.get(question, "") in block]


def _line(rows: Sequence[Decided], answers: Block) -> Line:
    return Line(
        answers=answers,
        people=len(rows) // COUNTED_IN * COUNTED_IN,
        share=share_shown(sum(row.progressed for row in rows), len(rows)),
        weeks=round(median(row.days_waited for row in rows) / 7),
    )
