"""The quality checklist of a statement, read from `checklist.toml`: shared by both who look at it.

Whoever wrote the draft ticks each point first; the consultant then says "seen", or "to do again"
with a sentence. Raises ValueError where the file names a key twice. Source: the portal's own words
(2026) on what courts and families ask of a statement.
"""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

SEEN, AGAIN = "seen", "again"
VIEWS = ("", SEEN, AGAIN)


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence about the draft."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Points that stand together."""

    title: str
    points: tuple[Point, ...]


def read(text: str) -> tuple[Group, ...]:
    """The groups of a checklist, in their order."""
    groups = tuple(
        Group(each["title"], tuple(Point(**point) for point in each["point"]))
        for each in tomllib.loads(text)["group"]
    )
    keys = [point.key for group in groups for point in group.points]
    if len(set(keys)) < len(keys):
        raise ValueError("A point of the checklist stands there twice.")
    return groups


GROUPS = read((Path(__file__).parent / "checklist.toml").read_text("utf-8"))
POINTS = {point.key: point for group in GROUPS for point in group.points}


def in_words(done: Collection[str], views: Collection[str]) -> str:
    """How far a draft is, in a sentence; `views` are what the consultant says of each point."""
    again = sum(view == AGAIN for view in views)
    looked_at = sum(view != "" for view in views)
    if again:
        return f"{again} of {len(POINTS)} points are to be done again."
    if looked_at == len(POINTS):
        return "The consultant has seen every point."
    if looked_at:
        return f"The consultant has seen {looked_at} of {len(POINTS)} points."
    return f"{len(done)} of {len(POINTS)} points are ticked by the writer."
