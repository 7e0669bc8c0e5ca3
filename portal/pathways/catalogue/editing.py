"""Changing a draft of the catalogue: each change makes new plain values of the old. Pure.

What is kept here may still have faults as a whole; `faults` are asked before it is published.
Raises `CatalogueError` with a sentence where a change cannot even be kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.pathways.catalogue.entries import Catalogue, Place
from portal.pathways.catalogue.faults import faults
from portal.pathways.catalogue.reading import CatalogueError

Content = dict[str, Any]


def with_place(content: Content, key: str, row: Content) -> Content:
    """A place as it is now written, in its old position or at the end."""
    places = list(content["places"])
    at = next((n for n, each in enumerate(places) if each["key"] == key), None)
    if at is None:
        return content | {"places": [*places, row]}
    places[at] = row
    return content | {"places": places}


def without_place(content: Content, key: str) -> Content:
    """The catalogue without a place. Raises where a move leads there."""
    places = content["places"]
    from_here = [each["title"] for each in places if key in (*each["up"], *each["across"])]
    if from_here:
        raise CatalogueError(f"Moves lead here from {', '.join(from_here)}. Take those out first.")
    return content | {"places": [each for each in places if each["key"] != key]}


def reviewed(content: Content, key: str, day: date) -> Content:
    """The catalogue with a place looked at on a day."""
    places = [
        each | {"last_reviewed": day.isoformat()} if each["key"] == key else each
        for each in content["places"]
    ]
    return content | {"places": places}


def with_rows(content: Content, name: str, rows: Sequence[Content]) -> Content:
    """The catalogue with these salaries, or these titles outside."""
    return content | {name: list(rows)}


def with_lattice(content: Content, lattice: Content) -> Content:
    """The catalogue with these families and bands. Raises while a place stands in one taken out."""
    for name, of_a_place in (("families", "family"), ("bands", "band")):
        keys = [each["key"] for each in lattice[name]]
        if len(set(keys)) < len(keys):
            raise CatalogueError("Two have the same name. Give each a name of its own.")
        lost = [each["title"] for each in content["places"] if each[of_a_place] not in keys]
        if lost:
            what = "family" if of_a_place == "family" else "band"
            raise CatalogueError(f"{', '.join(lost)} would have no {what}. Move it first.")
    return content | lattice


@dataclass(frozen=True)
class Against:
    """Something that stands against publishing, and where it is mended.

    `place` is the role to change; `part` is "salaries" or "lattice" where it is none.
    """

    words: str
    place: Place | None = None
    part: str = ""


def against(catalogue: Catalogue, courses: Sequence[str]) -> list[Against]:
    """What stands against publishing, in sentences that call places by their titles."""
    return [_against(catalogue, fault) for fault in faults(catalogue, courses)]


def _against(catalogue: Catalogue, fault: str) -> Against:
    named = (catalogue.by_key.get(key) for key in re.findall("“([^”]*)”", fault))
    place = next((each for each in named if each), None)
    said = fault
    for key, each in catalogue.by_key.items():
        said = said.replace(f"“{key}”", f"“{each.title}”")
    if place is None and fault.startswith("Grade"):
        return Against(said, part="salaries")
    return Against(said, place, "" if place else "lattice")
