"""Frameworks of standards: one data file each, checked when first read, and the moves between.

A framework is known by its key. Files of frameworks that are no longer in force stay for as long
as somebody's evidence refers to them. Titles are ours; the official text is linked by name only.
"""

from datetime import date
from functools import cache
from pathlib import Path

from portal.standards.frameworks.reading import FaultyFrameworkError, read, read_move
from portal.standards.frameworks.template import Framework, Move, Rating, Standard

__all__ = [
    "FaultyFrameworkError",
    "Framework",
    "Move",
    "Rating",
    "Standard",
    "called",
    "every",
    "known",
    "moves_from",
    "usual",
]

FOLDER = Path(__file__).parent
USUAL = ("pqs-child-and-family-2018", "ecs-child-and-family-2027")


def known(key: str) -> Framework:
    """The framework of that key. `KeyError` where no file holds it."""
    return _catalogue()[key]


def every() -> tuple[Framework, ...]:
    """All frameworks, those that began last first."""
    return tuple(sorted(_catalogue().values(), key=lambda one: one.started_on, reverse=True))


def called(words: str) -> Framework | None:
    """The framework that a programme names: by its key, its name or another name it has."""
    wanted = words.strip().casefold()
    for each in every():
        names = (each.key, each.name, each.short_name, *each.also_called)
        if wanted in (name.casefold() for name in names):
            return each
    return None


def usual(day: date) -> Framework:
    """What social workers of child and family services follow on a day, unless told otherwise."""
    for key in USUAL:
        if known(key).is_in_force(day):
            return known(key)
    return known(USUAL[0])


def moves_from(key: str) -> tuple[Move, ...]:
    """The moves that lead away from a framework."""
    return tuple(move for move in _moves() if move.from_key == key)


@cache
def _catalogue() -> dict[str, Framework]:
    found: dict[str, Framework] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        framework = read(path.read_text("utf-8"), path.name)
        if framework.key in found:
            raise FaultyFrameworkError(f"{path.name}: another file holds this key too.")
        found[framework.key] = framework
    return found


@cache
def _moves() -> tuple[Move, ...]:
    paths = sorted((FOLDER / "moves").glob("*.toml"))
    return tuple(read_move(path.read_text("utf-8"), path.name, _catalogue()) for path in paths)
