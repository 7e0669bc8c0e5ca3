"""Listing: how evidence reads in a list and in a file; the words of filters and of counts.

Pure. A count of none is said as "None yet"; nothing here is a target or a share of a person.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from portal.standards.frameworks import Framework

HEADINGS = ("What", "Kind", "Day", "Note", "Standards", "Suggested")
NONE = "none"


class Piece(Protocol):
    """A piece of evidence, as far as a list goes."""

    title: Any
    note: Any
    dated_on: Any

    @property
    def kind_words(self) -> str:
        """What it is, in words."""


class Mark(Protocol):
    """That a piece shows a standard, or might."""

    standard_key: Any
    state: Any


def filter_of(framework: Framework, asked: str) -> str:
    """The filter that was asked for: a standard, those with none, or nothing."""
    return asked if asked == NONE or asked in framework.title_of else ""


def number(count: int) -> str:
    """How many pieces, in words."""
    if not count:
        return "None yet"
    return "1 piece" if count == 1 else f"{count} pieces"


def titles(marks: Iterable[Mark], framework: Framework, state: str) -> str:
    """The titles of the standards that are chosen, or suggested, in the framework's order."""
    keys = {mark.standard_key for mark in marks if mark.state == state}
    return "; ".join(each.title for each in framework.standards if each.key in keys)


def file_rows(
    pieces: Iterable[tuple[Piece, Sequence[Mark]]], framework: Framework
) -> Iterator[tuple[str, str, date, str, str, str]]:
    """The rows of a file, one for each piece."""
    for piece, marks in pieces:
        said = [titles(marks, framework, state) for state in ("chosen", "suggested")]
        yield (piece.title, piece.kind_words, piece.dated_on, piece.note, *said)
