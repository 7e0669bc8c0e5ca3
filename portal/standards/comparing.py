"""Comparing: which views of a person's ratings a reader sees, and the table that holds them.

Pure. The person's own views are theirs until they share them. The assessor's view is read by
others only once both have finished theirs at that point, so that neither follows the other; the
assessor reads the person's by the same rule. Words, not figures: nothing is added up or averaged.
Source: domain facts, C10 and C21.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from portal.standards.frameworks import Framework

BEGINNING, MIDDLE, END = "beginning", "middle", "end"
POINTS = (BEGINNING, MIDDLE, END)
OWN, ASSESSOR, LOOKING_BACK = "own", "assessor", "looking back"
VIEWS = (OWN, ASSESSOR, LOOKING_BACK)
SELF, MANAGER, COORDINATOR = "self", "manager", "coordinator"  # readers, beside the assessor


class View(Protocol):
    """One view of a person at one point."""

    framework_key: Any
    point: Any
    view: Any
    words: Any
    finished_at: Any
    shared_at: Any


@dataclass(frozen=True)
class Cell:
    """What one view says of one standard: the words, and the step of so many."""

    words: str
    step: int
    of: int


@dataclass(frozen=True)
class Column:
    """One view that the reader sees, with its heading."""

    point: str
    view: str
    heading: str
    cells: Mapping[str, Cell]


def is_visible(view: View, others: Collection[View], reader: str) -> bool:
    """Whether a reader may see a view: `others` are all views of the person."""
    if view.view in (OWN, LOOKING_BACK):
        if reader == SELF:
            return True
        if reader == COORDINATOR or view.shared_at is None:
            return False
        return reader == MANAGER or view.view == LOOKING_BACK or both_finished(view, others)
    return reader == ASSESSOR or both_finished(view, others)


def both_finished(view: View, others: Collection[View]) -> bool:
    """Whether the person and the assessor have both finished their views at that point."""
    there = {
        other.view
        for other in others
        if other.point == view.point
        and other.framework_key == view.framework_key
        and other.finished_at is not None
    }
    return {OWN, ASSESSOR} <= there


def columns(framework: Framework, views: Sequence[View], reader: str, whose: str) -> list[Column]:
    """The finished views that the reader sees, in order; `whose`: how the person is called."""
    mine = [each for each in views if each.framework_key == framework.key]
    shown = [
        each for each in mine if each.finished_at is not None and is_visible(each, mine, reader)
    ]
    shown.sort(key=lambda each: (POINTS.index(each.point), VIEWS.index(each.view)))
    return [
        Column(each.point, each.view, heading(each, whose), _cells(each, framework))
        for each in shown
    ]


def heading(view: View, whose: str) -> str:
    """How a view is called above its column."""
    if view.view == LOOKING_BACK:
        return "Beginning, looking back"
    return f"{view.point.capitalize()}, {'assessor' if view.view == ASSESSOR else whose}"


def next_point(views: Collection[View], framework_key: str, view: str) -> str | None:
    """The first point at which this view is not finished; None where all are."""
    finished = {
        each.point
        for each in views
        if each.framework_key == framework_key and each.view == view and each.finished_at
    }
    return next((point for point in POINTS if point not in finished), None)


def unanswered(framework: Framework, words: Mapping[str, str]) -> list[str]:
    """The titles of the standards that a view says nothing of yet."""
    return [
        each.title for each in framework.standards if words.get(each.key) not in _keys(framework)
    ]


def is_open_for_sharing(finished_at: datetime | None, shared_at: datetime | None) -> bool:
    """Whether a view can be shared: it is finished, and was not shared yet."""
    return finished_at is not None and shared_at is None


def _cells(view: View, framework: Framework) -> dict[str, Cell]:
    steps = _keys(framework)
    return {
        key: Cell(framework.words_of[word], steps.index(word) + 1, len(steps))
        for key, word in view.words.items()
        if word in steps and key in framework.title_of
    }


def _keys(framework: Framework) -> list[str]:
    return [each.key for each in framework.ratings]
