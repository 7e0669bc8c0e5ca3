"""What somebody alone is told at two to three years: how others moved on from their role. Pure.

It is said once two years have passed since qualifying and until the third, to somebody without a
goal and without an application, until they say "not now". It asks for nothing, and is on no page of
anybody else. Numbers are of people of the same organisation who moved on in five years, from ten
on and in fives, rounded down; a door is named with its number from ten people on, and what is left
is named as other roles only where it is ten or more too. With fewer, the lattice itself says where
the role leads and after how many months people usually move.

Units: whole calendar months since qualifying. Source: the list of ideas, N28 (at this
time most people report stress and feel stuck), and the portal's rule of ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from portal.pathways.catalogue.entries import Catalogue, Place
from portal.pathways.showing import months

FROM_MONTHS, TO_MONTHS = 24, 36
FEWEST, COUNTED_IN = 10, 5
YEARS_BACK = 5
STANDING = (
    "You qualified between two and three years ago, and have no goal and no panel date so far."
)


def is_time(qualified_on: date | None, day: date) -> bool:
    """Whether somebody is between two and three years after they qualified."""
    if qualified_on is None or qualified_on > day:
        return False
    return FROM_MONTHS <= months([(qualified_on, None)], day - timedelta(days=1)) < TO_MONTHS


def how_others_did_it(
    catalogue: Catalogue, here: Place, moved: Mapping[str, int], everybody: int
) -> str:
    """One or two calm sentences; `moved` are people by the place they moved to, `everybody` all."""
    told = _by_numbers(catalogue, here, moved, everybody)
    return f"{STANDING} {told or _by_the_lattice(catalogue, here)}"


def _by_numbers(catalogue: Catalogue, here: Place, moved: Mapping[str, int], everybody: int) -> str:
    if everybody < FEWEST:
        return ""
    large = {key: number for key, number in moved.items() if number >= FEWEST}
    doors = [
        f"about {_shown(number)} by becoming {catalogue.by_key[key].name_in_a_sentence}"
        for key, number in sorted(large.items(), key=lambda each: (-each[1], each[0]))
    ]
    rest = sum(moved.values()) - sum(large.values())
    if rest >= FEWEST:
        doors.append("others by other doors" if doors else "by several doors")
    role = here.name_in_a_sentence
    said = (
        f"In the last five years about {_shown(everybody)} people here moved on from being {role}"
    )
    return f"{said}{': ' + _list(doors) if doors else ''}."


def _by_the_lattice(catalogue: Catalogue, here: Place) -> str:
    doors = [catalogue.by_key[key].name_in_a_sentence for key in here.up]
    said = f"From here people become {_list(doors, 'or')}"
    if here.typical_months is None:
        return f"{said}."
    fewest, most = here.typical_months
    usual = f"{fewest}" if fewest == most else f"{fewest} to {most}"
    return f"{said}, usually after {usual} months in the role."


def _shown(number: int) -> int:
    return number // COUNTED_IN * COUNTED_IN


def _list(names: list[str], last: str = "and") -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
