"""What is wrong with a catalogue as a whole: loops, moves to nowhere, titles claimed twice.

A catalogue without faults can be drawn (no two families meet in one cell), climbed (every move
up ends in a later band, so there is no loop of levels) and entered (every place can be reached
from one where people start).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from portal.pathways.catalogue.entries import (
    COUNTED,
    EVIDENCE,
    MENTORING,
    TIME,
    TRAINING,
    Catalogue,
    Place,
    Requirement,
)
from portal.pathways.catalogue.salaries import faults_of_salaries
from portal.people.folding import fold

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ASKS_BETWEEN = (3, 5)
LONGEST_LINE = 120
# More months, or pieces, than anybody could be asked for.
MOST = {TIME: 120, MENTORING: 120, EVIDENCE: 20}
# The kinds of evidence, as the list of evidence calls them.
EVIDENCE_OF = ("writing", "observation", "feedback", "document", "learning", "other")


def faults(catalogue: Catalogue, courses: Collection[str] | None = None) -> list[str]:
    """Every fault of a catalogue, each a sentence; none for a good one.

    `courses` are the keys of the courses there are, where that is known.
    """
    return [
        *_faults_of_keys(catalogue),
        *_faults_of_moves(catalogue),
        *_faults_of_words(catalogue),
        *_faults_of_requirements(catalogue),
        *_faults_of_courses(catalogue, courses),
        *_faults_of_titles(catalogue),
        *_faults_of_cells(catalogue),
        *_faults_of_reach(catalogue),
        *faults_of_salaries(catalogue.salaries),
    ]


def _faults_of_keys(catalogue: Catalogue) -> Iterator[str]:
    keys = [place.key for place in catalogue.places]
    for key in sorted(set(keys)):
        if keys.count(key) > 1:
            yield f"“{key}” is in places twice."
        if not KEY.fullmatch(key):
            yield f"“{key}” should be lower-case words joined by hyphens."
    if not keys:
        yield "There is no place in it."


def _faults_of_moves(catalogue: Catalogue) -> Iterator[str]:
    for place in catalogue.places:
        for key in place.leads_to:
            if key not in catalogue.by_key:
                yield f"“{place.key}” leads to “{key}”, which does not exist."
        if len(set(place.leads_to)) < len(place.leads_to) or place.key in place.leads_to:
            yield f"“{place.key}” leads to one place twice, or to itself."
        yield from _faults_of_levels(catalogue, place)


def _faults_of_levels(catalogue: Catalogue, place: Place) -> Iterator[str]:
    for key in place.up:
        other = catalogue.by_key.get(key)
        if other and other.band.number <= place.band.number:
            yield f"“{place.key}” leads up to “{key}”, which is not in a later band."
    for key in place.across:
        other = catalogue.by_key.get(key)
        if other and other.band.number != place.band.number:
            yield f"“{place.key}” leads across to “{key}”, which is in another band."


def _faults_of_words(catalogue: Catalogue) -> Iterator[str]:
    fewest, most = ASKS_BETWEEN
    for place in catalogue.places:
        if not fewest <= len(place.asks) <= most:
            yield f"“{place.key}” should ask between {fewest} and {most} things."
        shown = [requirement.words for requirement in place.requirements]
        for line in (place.says, place.reached, *place.asks, *shown):
            if not line.endswith(".") or len(line) > LONGEST_LINE:
                yield f"“{place.key}” says “{line}”: a short sentence ends with a full stop."


def _faults_of_requirements(catalogue: Catalogue) -> Iterator[str]:
    """What is named twice, and what nobody could meet."""
    for place in catalogue.places:
        keys = [each.key for each in place.requirements]
        for key in sorted({key for key in keys if keys.count(key) > 1 or not KEY.fullmatch(key)}):
            yield f"“{place.key}” needs each requirement once, in lower-case words: “{key}”."
        for each in place.requirements:
            for why in _out_of_reach(catalogue, place, each):
                yield f"“{place.key}” asks for “{each.key}”: {why}"


def _out_of_reach(catalogue: Catalogue, place: Place, asked: Requirement) -> Iterator[str]:
    if asked.kind in COUNTED and not 0 < asked.amount <= MOST[asked.kind]:
        yield f"write a number between 1 and {MOST[asked.kind]}."
    if asked.kind == EVIDENCE and not set(asked.of) <= set(EVIDENCE_OF):
        yield f"evidence is one of {', '.join(EVIDENCE_OF)}."
    for key in asked.of if asked.kind == TIME else ():
        if key not in catalogue.by_key or place.key not in _ahead(catalogue, key):
            yield f"nobody comes here from “{key}”, so nobody could have that time."


def _faults_of_courses(catalogue: Catalogue, courses: Collection[str] | None) -> Iterator[str]:
    for place in catalogue.places:
        for each in place.requirements:
            if each.kind != TRAINING:
                continue
            if not each.of:
                yield f"“{place.key}” asks for “{each.key}”: name the course."
            for key in each.of:
                if courses is not None and key not in courses:
                    yield f"“{place.key}” asks for the course “{key}”, which does not exist."


def _ahead(catalogue: Catalogue, key: str) -> set[str]:
    """Every place that can be reached from one."""
    reached, ahead = set[str](), [key]
    while ahead:
        place = catalogue.by_key.get(ahead.pop())
        fresh = set(place.leads_to) - reached if place else set()
        reached |= fresh
        ahead.extend(fresh)
    return reached


def _faults_of_titles(catalogue: Catalogue) -> Iterator[str]:
    owners: dict[str, str] = {}
    for owner, titles in _claims(catalogue):
        for title in sorted({fold(title) for title in titles}):
            if owners.setdefault(title, owner) != owner:
                yield f"The title “{title}” belongs to “{owners[title]}” and to “{owner}”."


def _claims(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place in catalogue.places:
        yield place.key, (place.title, *place.aliases)
    for group in catalogue.outside:
        yield group.title, group.aliases


def _faults_of_cells(catalogue: Catalogue) -> Iterator[str]:
    owners: dict[tuple[int, int], str] = {}
    for place in catalogue.places:
        cell = (place.family.line, place.band.number)
        if owners.setdefault(cell, place.family.key) != place.family.key:
            yield f"“{place.key}” shares a cell with a place of another family."
    for family in catalogue.families:
        if not any(place.family == family for place in catalogue.places):
            yield f"The family “{family.key}” has no place."


def _faults_of_reach(catalogue: Catalogue) -> Iterator[str]:
    first = min((place.band.number for place in catalogue.places), default=0)
    reached = {place.key for place in catalogue.places if place.band.number == first}
    ahead = list(reached)
    while ahead:
        place = catalogue.by_key[ahead.pop()]
        fresh = {key for key in place.leads_to if key in catalogue.by_key} - reached
        reached |= fresh
        ahead.extend(fresh)
    for place in catalogue.places:
        if place.key not in reached:
            yield f"“{place.key}” cannot be reached from where people start."
