"""What an application has to show: the requirements of a place as they are worded today. Pure.

Shapes: a `Line` for each requirement, with a key of its own in the place. An application keeps
its lines, so that a later version of the catalogue changes nothing in it.
"""

from dataclasses import dataclass

from portal.pathways.catalogue.entries import Place


@dataclass(frozen=True)
class Line:
    """One requirement: its key, its words, and what to do to show it."""

    key: str
    words: str
    next_step: str = ""


def lines_of(place: Place) -> list[Line]:
    """The checklist of a place, in the order of the catalogue."""
    return [Line(each.key, each.words, each.step) for each in place.requirements]


def may_apply(here: Place | None, wanted: Place) -> bool:
    """Whether a place leads on from the one somebody holds."""
    return here is not None and wanted.key in here.leads_to
