"""Whether a round treated groups alike: who got a first choice, who any choice, who waits.

Shapes: `Outcome` is what one person got, with the group they are in; a `Line` counts a group of at
least ten. Smaller groups are put together until they are ten or more, and with the next smallest
one where they are not, so that nobody can be counted out of a total; fewer than ten people in all
have no lines. Source: the portal's list of ideas, N16, and its rule of ten.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FEWEST = 10
TOGETHER = "Smaller groups together"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one person got: the place of their choice (0 is the first), none of them, or nobody."""

    group: str
    has_somebody: bool
    ranked: bool
    choice: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A group in figures."""

    group: str
    people: int
    first_choice: int
    any_choice: int
    ranked: int
    waiting: int


def lines(outcomes: Iterable[Outcome]) -> tuple[Line, ...]:
    """The figures of each group that may be shown, the largest first."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.group].append(each)
    shown = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))
    together: list[Outcome] = []
    while shown and (len(shown[-1][1]) < FEWEST or 0 < len(together) < FEWEST):
        together += shown.pop()[1]
    made = [_line(name, rows) for name, rows in shown]
    if len(together) >= FEWEST:
        made.append(_line(TOGETHER if shown else "Everybody", together))
    return tuple(made)


def _line(group: str, rows: Sequence[Outcome]) -> Line:
    return Line(
        group=group,
        people=len(rows),
        first_choice=sum(row.has_somebody and row.choice == 0 for row in rows),
        any_choice=sum(row.has_somebody and row.choice is not None for row in rows),
        ranked=sum(row.ranked for row in rows),
        waiting=sum(not row.has_somebody for row in rows),
    )
