"""What an application has to show: the requirements of a place as they are worded today. Pure.

Shapes: a `Line` for each requirement, with a key of its own in the place. An application keeps
its lines, so that a later version of the catalogue changes nothing in it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from portal.pathways.catalogue.entries import EVIDENCE, STATED, TRAINING, Place
from portal.pathways.showing import Facts, Shown, showing

HOLDS = "I hold it."


@dataclass(frozen=True)
class Line:
    """One requirement: its key, its words, and what to do to show it."""

    key: str
    words: str
    next_step: str = ""


def lines_of(place: Place) -> list[Line]:
    """The checklist of a place, in the order of the catalogue."""
    return [Line(each.key, each.words, each.step) for each in place.requirements]


@dataclass(frozen=True)
class Filled:
    """How a requirement is shown already: in words, or by so many pieces of some kinds."""

    answer: str = ""
    kinds: Collection[str] = ()
    pieces: int = 0


def filled(place: Place, facts: Facts, day: date) -> Mapping[str, Filled]:
    """What an applicant need not write again: by requirement, for those that are shown in full."""
    shown = (each for each in showing(place, facts, day) if each.is_shown)
    return {each.requirement.key: _filled(place, facts, each) for each in shown}


def _filled(place: Place, facts: Facts, shown: Shown) -> Filled:
    asked = shown.requirement
    if asked.kind == EVIDENCE:
        return Filled(kinds=asked.of, pieces=asked.amount)
    if asked.kind == STATED:
        return Filled(facts.stated[place.key, asked.key])
    return Filled(HOLDS if asked.kind == TRAINING else shown.so_far)


def may_apply(here: Place | None, wanted: Place) -> bool:
    """Whether a place leads on from the one somebody holds."""
    return here is not None and wanted.key in here.leads_to
