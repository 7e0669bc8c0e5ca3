"""The meaning of columns: which heading of a staff list is which field of the portal.

The first guess comes from the names in `columns.toml`; the person who brings the list in may
correct it. A mapping is a plain dictionary from the field's name to the number of its column,
counted from 0; a field that is not in it is not in the file.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.people.folding import fold

Mapping = dict[str, int]


@dataclass(frozen=True, slots=True)
class Column:
    """A field that a staff list may fill, with the names it goes by."""

    field: str
    label: str
    required: bool
    known_as: frozenset[str]


def plain(heading: str) -> str:
    """A heading without case, accents, spaces and punctuation."""
    return fold(heading).replace(" ", "")


def _load() -> tuple[Column, ...]:
    """Read the file of names; a name that stands for two fields stops the start."""
    found = tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))["column"]
    columns = tuple(
        Column(
            each["field"],
            each["label"],
            bool(each.get("required", False)),
            # A list that the portal wrote has the labels over its columns.
            frozenset(plain(name) for name in (each["label"], *each["known_as"])),
        )
        for each in found
    )
    names = [name for column in columns for name in column.known_as]
    if len(names) != len(set(names)):
        raise ValueError("columns.toml: one name stands for two fields.")
    return columns


COLUMNS = _load()
LABELS = {column.field: column.label for column in COLUMNS}
_FIELD_OF = {name: column.field for column in COLUMNS for name in column.known_as}


def recognised(headings: Sequence[str]) -> int:
    """How many of these cells are headings that we know."""
    return sum(plain(heading) in _FIELD_OF for heading in headings)


def guess(headings: Sequence[str]) -> Mapping:
    """The first column whose heading is a name of the field, for each field that has one."""
    mapping: Mapping = {}
    for number, heading in enumerate(headings):
        field = _FIELD_OF.get(plain(heading))
        if field is not None:
            mapping.setdefault(field, number)
    return mapping


def problems(mapping: Mapping, headings: Sequence[str]) -> dict[str, str]:
    """What is wrong with a mapping, in a sentence for each field; empty when nothing is."""
    wrong = {
        column.field: f"Choose the column that holds: {column.label.lower()}."
        for column in COLUMNS
        if column.required and column.field not in mapping
    }
    seen: dict[int, str] = {}
    for field, number in mapping.items():
        if number in seen:
            name = headings[number] or f"column {number + 1}"
            wrong[field] = f"“{name}” is already chosen for {LABELS[seen[number]].lower()}."
        seen.setdefault(number, field)
    return wrong


def checked(mapping: object, headings: Sequence[str]) -> Mapping:
    """A stored mapping, without anything that is not a field and a column of this file."""
    if not isinstance(mapping, dict):
        return {}
    return {
        field: number
        for field, number in mapping.items()
        if field in LABELS and isinstance(number, int) and 0 <= number < len(headings)
    }
