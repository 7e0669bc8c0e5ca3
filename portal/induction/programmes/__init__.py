"""Programmes: the templates of an induction year, one data file each, checked when first read.

A programme is known by its key and its version. Files of older versions stay beside the new ones
for as long as somebody is on them.
"""

from functools import cache
from pathlib import Path

from portal.induction.programmes.places import FaultyProgrammeError
from portal.induction.programmes.reading import read
from portal.induction.programmes.template import Item, Kind, Programme, Span, Stage, Task

__all__ = [
    "FaultyProgrammeError",
    "Item",
    "Kind",
    "Programme",
    "Span",
    "Stage",
    "Task",
    "every",
    "pinned",
]

FOLDER = Path(__file__).parent


def pinned(key: str, version: str) -> Programme:
    """The programme that somebody started with. `KeyError` where no file holds that version."""
    return _catalogue()[key, version]


def every() -> tuple[Programme, ...]:
    """All programmes, by name; of one name the newest version first."""
    newest_first = sorted(_catalogue().values(), key=lambda one: one.version, reverse=True)
    return tuple(sorted(newest_first, key=lambda one: one.name))


@cache
def _catalogue() -> dict[tuple[str, str], Programme]:
    found: dict[tuple[str, str], Programme] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        programme = read(path.read_text("utf-8"), path.name)
        if (programme.key, programme.version) in found:
            raise FaultyProgrammeError(f"{path.name}: another file holds this key and version too.")
        found[programme.key, programme.version] = programme
    return found
