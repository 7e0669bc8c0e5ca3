"""Where on the lattice a job title stands, or why it knowingly stands outside it.

Payroll's titles are local; the places of the catalogue are national. Each place lists the titles
it is known by, so that a council changes a list and not code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from portal.pathways.catalogue.entries import Catalogue, Outside, Place
from portal.pathways.titles import readings
from portal.people.folding import fold


def place_of(catalogue: Catalogue, job_title: str) -> Place | None:
    """The place a job title stands at, or None when it is outside the lattice."""
    found = _found(catalogue, job_title)
    return found if isinstance(found, Place) else None


def outside_of(catalogue: Catalogue, job_title: str) -> Outside | None:
    """The group that says why a job title is outside, or None when it has a place or is new."""
    found = _found(catalogue, job_title)
    return found if isinstance(found, Outside) else None


def titles_at(catalogue: Catalogue, job_titles: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each place the job titles, of those given, that stand there; empty places left out."""
    at: dict[str, list[str]] = {}
    for job_title in job_titles:
        place = place_of(catalogue, job_title)
        if place is not None:
            at.setdefault(place.key, []).append(job_title)
    return {key: tuple(titles) for key, titles in at.items()}


def _found(catalogue: Catalogue, job_title: str) -> Place | Outside | None:
    known = _index(catalogue)
    for reading in readings(job_title):
        if reading in known:
            return known[reading]
    return None


@lru_cache(maxsize=8)
def _index(catalogue: Catalogue) -> Mapping[str, Place | Outside]:
    index: dict[str, Place | Outside] = {}
    for group in catalogue.outside:
        index.update((fold(alias), group) for alias in group.aliases)
    for place in catalogue.places:
        index.update((fold(alias), place) for alias in (place.title, *place.aliases))
    return index
