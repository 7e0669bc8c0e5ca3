"""The organisation as a tree: what may be part of what, the order of a page, and sums upwards.

A service is part of a directorate or stands alone; a team is part of a service, a directorate or
another team (then it is a pod), or stands alone. Nothing is part of itself, however far up. Units
that lead nowhere (or, in old data, in a circle) are shown on their own at the end.

Shapes: units are `Placed`, figures are `Figures` by unit id. Units: posts, vacant posts, and
whole-time equivalent (the sum of the known shares of full time). Raises nothing. Source: this
portal's plan (2026).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from portal.people.folding import fold

KINDS = ("directorate", "service", "team")
NONE = Decimal(0)


class Placed(Protocol):
    """A unit as far as its place in the tree goes."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> str:
        """Directorate, service or team."""

    @property
    def parent_id(self) -> UUID | None:
        """What it is part of."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Posts that somebody holds, posts that stand vacant, and the whole-time equivalent held."""

    held: int = 0
    vacant: int = 0
    wte: Decimal = NONE

    def plus(self, other: Figures) -> Figures:
        """The two together."""
        return Figures(self.held + other.held, self.vacant + other.vacant, self.wte + other.wte)

    @property
    def posts(self) -> int:
        """All posts, held or vacant."""
        return self.held + self.vacant


@dataclass(frozen=True, slots=True)
class Line:
    """A unit in the tree: how deep it stands, and the figures of it and all below it."""

    unit: Placed
    depth: int
    whole: Figures


def may_be_part_of(kind: str, of: str | None) -> bool:
    """Whether a unit of this kind may be part of one of that kind (None: stand alone)."""
    if of is None:
        return True
    return KINDS.index(of) < KINDS.index(kind) or of == kind == KINDS[-1]


def lines(units: Sequence[Placed], figures: Mapping[UUID, Figures]) -> list[Line]:
    """Every unit once, each under what it is part of, by name, with the sums below it."""
    below: dict[UUID | None, list[Placed]] = defaultdict(list)
    known = {unit.id for unit in units}
    for unit in sorted(units, key=lambda each: (KINDS.index(each.kind), fold(each.name), each.id)):
        below[unit.parent_id if unit.parent_id in known else None].append(unit)
    found: list[Line] = []
    shown: set[UUID] = set()
    _descend(below, None, 0, figures, found, shown)
    astray = [unit for unit in units if unit.id not in shown]
    found += [Line(unit, 0, figures.get(unit.id, Figures())) for unit in astray]
    return found


def total(figures: Iterable[Figures]) -> Figures:
    """All of them together."""
    whole = Figures()
    for each in figures:
        whole = whole.plus(each)
    return whole


def _descend(
    below: Mapping[UUID | None, list[Placed]],
    of: UUID | None,
    depth: int,
    figures: Mapping[UUID, Figures],
    found: list[Line],
    shown: set[UUID],
) -> Figures:
    """Write down the units that are part of `of`, each before what is part of it; their sum."""
    whole = Figures()
    for unit in below.get(of, ()):
        shown.add(unit.id)
        place = len(found)
        found.append(Line(unit, depth, Figures()))
        inside = _descend(below, unit.id, depth + 1, figures, found, shown)
        mine = figures.get(unit.id, Figures()).plus(inside)
        found[place] = Line(unit, depth, mine)
        whole = whole.plus(mine)
    return whole
