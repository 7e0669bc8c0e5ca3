"""The career catalogue: a folder of data files for each version, read once and checked.

A new version is a new folder with a later `effective_from`; the latest that has begun counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from portal.pathways.catalogue.entries import Band, Catalogue, Family, Outside, Place, Requirement
from portal.pathways.catalogue.reading import CatalogueError, catalogue_of, read

__all__ = [
    "Band",
    "Catalogue",
    "CatalogueError",
    "Family",
    "Outside",
    "Place",
    "Requirement",
    "catalogue_in_force",
    "catalogue_of",
    "read",
]


def catalogue_in_force(today: date) -> Catalogue:
    """The catalogue that counts on a day: the latest that has begun, or else the first of all."""
    return choose(_every(), today)


def choose(catalogues: Sequence[Catalogue], today: date) -> Catalogue:
    """Of several versions, the latest that has begun by a day, or else the first of all."""
    in_order = sorted(catalogues, key=lambda each: (each.effective_from, each.version))
    begun = [each for each in in_order if each.effective_from <= today]
    return (begun or in_order[:1])[-1]


@cache
def _every() -> tuple[Catalogue, ...]:
    described = Path(__file__).parent.glob("*/catalogue.toml")
    return tuple(read(path.parent) for path in sorted(described))
