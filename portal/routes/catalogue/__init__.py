"""The routes that ship with the portal, one data file each, checked when first read.

A route is known by its key and its version; somebody keeps the version that they began with. The
dated part is read and held as a programme of the induction engine, and dated by its rules.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from portal.induction.programmes import FaultyProgrammeError, Programme
from portal.induction.programmes.places import Place
from portal.induction.programmes.reading import as_it_stands

FOLDER = Path(__file__).parent
OWNERS = ("person", "both", "manager")
FIRST, LAST, CONTRAST = "first", "last", "contrast"
PLACEMENTS = (FIRST, LAST, CONTRAST)
MOST_STUDY_DAYS = 5


@dataclass(frozen=True)
class Wanted:
    """A placement that a route asks for: how many days of practice, and from which month on."""

    kind: str
    title: str
    days: int
    from_month: int


@dataclass(frozen=True)
class RouteTemplate:
    """A whole route: what is dated, how many days a week are for study, and the placements."""

    programme: Programme
    study_days: int
    placements: tuple[Wanted, ...]

    @property
    def key(self) -> str:
        """By what it is known, with its version."""
        return self.programme.key

    @property
    def version(self) -> str:
        """Which version of it."""
        return self.programme.version

    @property
    def name(self) -> str:
        """What people call it."""
        return self.programme.name

    def wanted(self, kind: str) -> Wanted | None:
        """What it asks of a placement of this kind, if it asks for one."""
        return next((each for each in self.placements if each.kind == kind), None)


def every() -> tuple[RouteTemplate, ...]:
    """All routes, by name; of one name the newest version first."""
    newest = sorted(_catalogue().values(), key=lambda each: each.version, reverse=True)
    return tuple(sorted(newest, key=lambda each: each.name))


def pinned(key: str, version: str) -> RouteTemplate:
    """The route that somebody began with. `KeyError` where no file holds that version."""
    return _catalogue()[key, version]


def read(text: str, file: str) -> RouteTemplate:
    """The route that a file's text describes. Raises `FaultyProgrammeError`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultyProgrammeError(f"{file}: this is not TOML. {error}.") from error
    whole = Place(file, "the head", data)
    study = whole.table("study")
    template = RouteTemplate(
        programme=as_it_stands(data, file),
        study_days=study.number("days_a_week") if study else 0,
        placements=tuple(_wanted(each) for each in whole.rows("placements", is_needed=False)),
    )
    for fault in _faults(template):
        raise FaultyProgrammeError(f"{file}: {fault}")
    return template


def _wanted(place: Any) -> Wanted:
    return Wanted(
        kind=place.text("kind"),
        title=place.text("title"),
        days=place.number("days"),
        from_month=place.number("from_month"),
    )


def _faults(template: RouteTemplate) -> Iterator[str]:
    programme = template.programme
    codes = [item.code for item in programme.items]
    yield from (f"item {code}: this code is used twice." for code in codes if codes.count(code) > 1)
    for item in programme.items:
        if item.owner not in OWNERS:
            yield f"item {item.code}: the owner must be one of {', '.join(OWNERS)}."
        if item.kind not in programme.kinds:
            yield f"item {item.code}: the kind {item.kind} is not among the kinds."
    if not 0 <= template.study_days <= MOST_STUDY_DAYS:
        yield f"study: the days a week must be 0 to {MOST_STUDY_DAYS}."
    for each in template.placements:
        if each.kind not in PLACEMENTS:
            yield f"placement {each.title}: the kind must be one of {', '.join(PLACEMENTS)}."
        if each.days < 1 or not 1 <= each.from_month <= programme.months:
            yield f"placement {each.title}: it needs at least a day, within the route."


@cache
def _catalogue() -> dict[tuple[str, str], RouteTemplate]:
    found: dict[tuple[str, str], RouteTemplate] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        template = read(path.read_text("utf-8"), path.name)
        if (template.key, template.version) in found:
            raise FaultyProgrammeError(f"{path.name}: another file holds this key and version too.")
        found[template.key, template.version] = template
    return found
