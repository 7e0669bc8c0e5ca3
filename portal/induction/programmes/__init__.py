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
    "is_shipped",
    "pinned",
    "usual",
]

FOLDER = Path(__file__).parent


_published: dict[tuple[str, str], Programme] = {}


def pinned(key: str, version: str) -> Programme:
    """The programme that somebody started with. `KeyError` where nothing holds that version.

    What is in no file is an organisation's own. Published ones never change, so that each process
    reads one once; their keys are drawn, and no two organisations have the same.
    """
    shipped = _catalogue().get((key, version))
    return shipped or _published.get((key, version)) or _own(key, version)


def is_shipped(key: str, version: str) -> bool:
    """Whether a file that comes with the portal holds it."""
    return (key, version) in _catalogue()


def usual() -> Programme:
    """The one to begin with, where nobody has chosen another."""
    return next(each for each in every() if each.is_usual)


def every() -> tuple[Programme, ...]:
    """All programmes, by name; of one name the newest version first."""
    newest_first = sorted(_catalogue().values(), key=lambda one: one.version, reverse=True)
    return tuple(sorted(newest_first, key=lambda one: one.name))


def _own(key: str, version: str) -> Programme:
    # The tables are built of programmes; only here does a programme ask a table.
    from portal.induction.queries.programmes import published

    found = published(key, version)
    if found is None:
        raise KeyError((key, version))
    _published[key, version] = found.programme
    return _published[key, version]


@cache
def _catalogue() -> dict[tuple[str, str], Programme]:
    found: dict[tuple[str, str], Programme] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        programme = read(path.read_text("utf-8"), path.name)
        if (programme.key, programme.version) in found:
            raise FaultyProgrammeError(f"{path.name}: another file holds this key and version too.")
        found[programme.key, programme.version] = programme
    return found
