"""Workload: what somebody carries in points, against the ceiling of their stage.

Pure. A point scheme gives a full load 100 points; the points are counted outside the portal, and
only the number is kept, never whose case it is. The ceiling is a percent of a full load.
Source: local point schemes; GOV.UK ASYE framework 2026 (about 90% on average).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from portal.web.numbers import counted

FULL = 100
MOST = 400
# From so many people counted on a team may be shown as a total: nobody can be worked out of it.
FEWEST = 5


@dataclass(frozen=True)
class Load:
    """So many points against a ceiling; `points` is None where nobody has counted."""

    points: int | None
    ceiling: int | None

    @property
    def above(self) -> int:
        """By how many points it lies above the ceiling."""
        if self.points is None or self.ceiling is None:
            return 0
        return max(0, self.points - self.ceiling)

    @property
    def words(self) -> str:
        """Where it stands, in words."""
        if self.points is None:
            return "Not counted yet"
        if self.ceiling is None:
            return f"{self.points} points"
        if self.above:
            over = "point" if self.above == 1 else "points"
            return f"{self.points} points, {self.above} {over} above the {self.ceiling} agreed"
        return f"{self.points} points, within the {self.ceiling} agreed"


def ceiling(share_percent: int, ramp: tuple[int, ...], month: int) -> int:
    """The points agreed for a month of the programme (the first is 1); after the ramp, its end."""
    if not ramp:
        return FULL * share_percent // 100
    place = min(max(month, 1), len(ramp)) - 1
    return FULL * ramp[place] // 100


def is_possible(points: int) -> bool:
    """Whether a count of points can be right."""
    return 0 <= points <= MOST


@dataclass(frozen=True)
class Carried:
    """What one person of a team carries: the last count, and the points agreed for them.

    `full` is a full load for their hours; `agreed` is lower where a programme promises less.
    """

    person_id: UUID
    points: int | None
    counted_on: date | None
    full: int
    agreed: int

    @property
    def load(self) -> Load:
        """Their points against what is agreed."""
        return Load(self.points, self.agreed)


@dataclass(frozen=True)
class TeamTotal:
    """The team against its ceilings, of those who were counted; nobody is named.

    `kept_free` are the points by which the load of people in a programme is agreed to be lighter.
    """

    people: int
    counted: int
    points: int
    agreed: int
    above: int
    kept_free: int

    @property
    def is_shown(self) -> bool:
        """Whether enough people were counted that no single count can be worked out."""
        return self.counted >= FEWEST

    @property
    def words(self) -> str:
        """Where the team stands, in words."""
        if not self.is_shown:
            said = counted(self.counted, "person has", "people have")
            return (
                f"{said} been counted lately. A total is shown from {FEWEST} on, so that it tells "
                "nobody’s own count."
            )
        over = self.points - self.agreed
        where = f"{over} more than agreed" if over > 0 else "within what is agreed"
        return f"Together {self.points:,} points of {self.agreed:,} agreed: {where}."


def full_load(shares: Iterable[Decimal | None]) -> int:
    """A full load in points for shares of full time; with an unknown one it counts as full time."""
    known = list(shares)
    if None in known:
        return FULL
    return int(min(Decimal(1), sum(filter(None, known), Decimal(0))) * FULL)


def team_total(carried: Sequence[Carried]) -> TeamTotal:
    """The team's total of those who were counted, and the points kept free in it."""
    known = [each for each in carried if each.points is not None]
    return TeamTotal(
        people=len(carried),
        counted=len(known),
        points=sum(each.points or 0 for each in known),
        agreed=sum(each.agreed for each in known),
        above=sum(each.load.above > 0 for each in known),
        kept_free=sum(each.full - each.agreed for each in carried),
    )
