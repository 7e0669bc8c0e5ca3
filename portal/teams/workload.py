"""Workload: what somebody carries in points, against the ceiling of their stage.

Pure. A point scheme gives a full load 100 points; the points are counted outside the portal, and
only the number is kept, never whose case it is. The ceiling is a percent of a full load.
Source: local point schemes; GOV.UK ASYE framework 2026 (about 90% on average).
"""

from dataclasses import dataclass

FULL = 100
MOST = 400


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
