"""Places: where in the directorates, services and teams each post stands.

A row may leave its service out, or give it otherwise than its team's other rows do. A team that
the file or the portal knows in one place only is meant there; a single row that differs from
five or more others is placed with them, and a note says so. Whoever says less is placed among all
that was said better, so that neither the order of the rows nor bringing them in again matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from portal.people.staff_list.facts import UnitPath, path_key
from portal.people.staff_list.rows import StaffRow, Units

KINDS = ("directorate", "service", "team")
CLEARLY_MORE = 5
Key = tuple[str, ...]


@dataclass(slots=True)
class _Atlas:
    """The places that are known, by how often the file names them; the portal's spelling stands.

    `of_team` are the places of a team, and those of them that lie in a directorate or service.
    """

    spelling: dict[Key, UnitPath] = field(default_factory=dict)
    held: set[Key] = field(default_factory=set)
    named: Counter[Key] = field(default_factory=Counter)
    of_team: dict[Key, dict[Key, None]] = field(default_factory=lambda: defaultdict(dict))
    slips: dict[Key, Key] = field(default_factory=dict)

    def learn(self, path: UnitPath) -> Key:
        """Know this place, and those above it."""
        for end in range(1, len(path) + 1):
            key = path_key(path[:end])
            above = self.spelling.get(path_key(path[: end - 1]), path[: end - 1])
            self.spelling.setdefault(key, (*above, path[end - 1]))
        key = path_key(path)
        for group in _groups(key):
            self.of_team[group][key] = None
        return key

    def find_slips(self) -> None:
        """Single rows that place a team elsewhere than many do: a slip, and no place."""
        many: dict[str, list[Key]] = defaultdict(list)
        for key, times in self.named.items():
            if times >= CLEARLY_MORE and key[-2] == "team":
                many[key[-1]].append(key)
        for key, times in self.named.items():
            clear = many.get(key[-1], []) if key[-2] == "team" else []
            if times == 1 and key not in self.held and len(clear) == 1:
                self.slips[key] = clear[0]
        for key in self.slips:
            for group in _groups(key):
                del self.of_team[group][key]


def _groups(key: Key) -> list[Key]:
    """Under what a team's place is looked up: the team, and the team with what is above it."""
    if key[-2] != "team":
        return []
    above = zip(key[:-2:2], key[1:-2:2], strict=True)
    return [key[-1:], *((key[-1], kind, name) for kind, name in above)]


def placed(rows: list[StaffRow], held: Iterable[UnitPath]) -> list[StaffRow]:
    """Each row with the place its post stands in."""
    atlas = _Atlas()
    for path in held:
        atlas.held.add(atlas.learn(path))
    for row in rows:
        if _says_enough(row.units):
            atlas.named[atlas.learn(_path(row.units))] += 1
    atlas.find_slips()
    found = {row.number: _placed(row, atlas) for row in sorted(rows, key=_how_little_is_said)}
    return [found[row.number] for row in rows]


def _how_little_is_said(row: StaffRow) -> int:
    directorate, service, team = row.units
    return 0 if not team else 2 - bool(directorate) - bool(service)


def _path(units: Units) -> UnitPath:
    pairs = zip(KINDS, units, strict=True)
    return tuple((kind, name) for kind, name in pairs if name)


def _says_enough(units: Units) -> bool:
    """Whether the row says its whole place, or has no team to be looked up."""
    directorate, service, team = units
    return not team or bool(directorate and service)


def _placed(row: StaffRow, atlas: _Atlas) -> StaffRow:
    own = path_key(_path(row.units))
    place = own
    if not _says_enough(row.units):
        place = _only_match(own, atlas) or atlas.learn(_path(row.units))
    place = atlas.slips.get(place, place)
    row = replace(row, post=replace(row.post, unit=atlas.spelling[place]))
    return row if own not in atlas.slips else row.noting(_slip(row, place, atlas))


def _only_match(own: Key, atlas: _Atlas) -> Key | None:
    """The one known place of this team that agrees with what the row does say."""
    said = (own[-1], *own[:-2])
    places = atlas.of_team.get(said, {})
    return next(iter(places)) if len(places) == 1 else None


def _slip(row: StaffRow, place: Key, atlas: _Atlas) -> str:
    path = atlas.spelling[place]
    above = path[-2][1] if len(path) > 1 else ""
    return (
        f"{row.units[2]} stands under {above} in {atlas.named[place]} other rows,"
        " so this post is placed there too."
    )
