"""Places: where in the directorates, services and teams each post stands.

A row may leave its service out, or give it otherwise than its team's other rows do. A team that
the file or the portal knows in one place only is meant there; a single row that differs from
five or more others is placed with them, and a note says so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from portal.people.staff_list.facts import UnitPath, path_key
from portal.people.staff_list.rows import StaffRow, Units

KINDS = ("directorate", "service", "team")
CLEARLY_MORE = 5


@dataclass(slots=True)
class _Atlas:
    """The places that are known, by how often the file names them; the portal's spelling stands."""

    spelling: dict[tuple[str, ...], UnitPath] = field(default_factory=dict)
    held: set[tuple[str, ...]] = field(default_factory=set)
    named: Counter[tuple[str, ...]] = field(default_factory=Counter)
    of_team: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))

    def learn(self, path: UnitPath) -> tuple[str, ...]:
        for end in range(1, len(path) + 1):
            key = path_key(path[:end])
            above = self.spelling.get(path_key(path[: end - 1]), path[: end - 1])
            self.spelling.setdefault(key, (*above, path[end - 1]))
        key = path_key(path)
        if path[-1][0] == "team":
            self.of_team[path[-1][1].casefold()].add(key)
        return key


def placed(rows: list[StaffRow], held: Iterable[UnitPath]) -> list[StaffRow]:
    """Each row with the place its post stands in."""
    atlas = _Atlas()
    for path in held:
        atlas.held.add(atlas.learn(path))
    for row in rows:
        if _says_enough(row.units):
            atlas.named[atlas.learn(_path(row.units))] += 1
    return [_placed(row, atlas) for row in rows]


def _path(units: Units) -> UnitPath:
    pairs = zip(KINDS, units, strict=True)
    return tuple((kind, name) for kind, name in pairs if name)


def _says_enough(units: Units) -> bool:
    """Whether the row says its whole place, or has no team to be looked up."""
    directorate, service, team = units
    return not team or bool(directorate and service)


def _placed(row: StaffRow, atlas: _Atlas) -> StaffRow:
    own = path_key(_path(row.units))
    place, note = own, ""
    if not _says_enough(row.units):
        place = _only_match(row.units, atlas) or atlas.learn(_path(row.units))
    elif row.units[2] and own not in atlas.held:
        place, note = _with_the_many(row, own, atlas)
    row = replace(row, post=replace(row.post, unit=atlas.spelling[place]))
    return row.noting(note) if note else row


def _only_match(units: Units, atlas: _Atlas) -> tuple[str, ...] | None:
    """The one known place of this team that agrees with what the row does say."""
    said = set(_path((units[0], units[1], None)))
    wanted = {(kind, name.casefold()) for kind, name in said}
    places = [
        place
        for place in atlas.of_team.get((units[2] or "").casefold(), ())
        if wanted <= set(zip(place[::2], place[1::2], strict=True))
    ]
    return places[0] if len(places) == 1 else None


def _with_the_many(
    row: StaffRow, own: tuple[str, ...], atlas: _Atlas
) -> tuple[tuple[str, ...], str]:
    """The place of the team's other rows when this row alone says otherwise, and a note."""
    team = row.units[2] or ""
    others = atlas.of_team[team.casefold()] - {own}
    many = [place for place in others if atlas.named[place] >= CLEARLY_MORE]
    if atlas.named[own] != 1 or len(many) != 1:
        return own, ""
    above = atlas.spelling[many[0]][-2][1] if len(atlas.spelling[many[0]]) > 1 else ""
    return many[0], (
        f"{team} stands under {above} in {atlas.named[many[0]]} other rows,"
        " so this post is placed there too."
    )
