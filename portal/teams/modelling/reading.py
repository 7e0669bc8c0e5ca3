"""Reads a model of a team from plain values, and says in words what is wrong with it.

Raises `ModelError` with every fault found, each a sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import Any

from portal.teams.modelling.entries import Decision, Model, Rhythm, Rule, Slot, Task
from portal.teams.modelling.faults import faults

Table = Mapping[str, Any]
PARTS: dict[str, type] = {
    "slots": Slot,
    "rules": Rule,
    "rhythms": Rhythm,
    "decisions": Decision,
    "tasks": Task,
}
WORDS = ("key", "title", "says", "source")


class ModelError(ValueError):
    """The values are no model of a team: `sentences` say what to change."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def read(path: Path) -> Model:
    """The model that a file describes, checked."""
    return model_of(tomllib.loads(path.read_text(encoding="utf-8")))


def model_of(table: Table) -> Model:
    """The model that a table of plain values describes, checked."""
    unknown = sorted(set(table) - {*WORDS, *PARTS})
    if unknown:
        raise ModelError([f"“{name}” means nothing in a model." for name in unknown])
    words: dict[str, Any] = {name: _value(table, name, str, "The model") for name in WORDS}
    parts: dict[str, Any] = {
        name: tuple(_part(kind, row) for row in table.get(name, ())) for name, kind in PARTS.items()
    }
    model = Model(**words, **parts)
    if found := faults(model):
        raise ModelError(found)
    return model


def table_of(model: Model) -> dict[str, Any]:
    """The plain values of a model, as `model_of` reads them."""
    return asdict(model)


def _part(kind: Any, row: Table) -> Any:
    about = f"“{row.get('title', row.get('words', '?'))}”"
    known = {each.name: each for each in fields(kind)}
    unknown = sorted(set(row) - set(known))
    if unknown:
        raise ModelError([f"{about}: “{name}” means nothing here." for name in unknown])
    values = {}
    for name, each in known.items():
        if name in row or each.default is MISSING:
            values[name] = _value(row, name, TYPES[str(each.type)], about)
    return kind(**values)


def _value(row: Table, name: str, kind: type, about: str) -> Any:
    value = row.get(name)
    if kind is tuple and isinstance(value, list | tuple):
        return tuple(str(each) for each in value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ModelError([f"{about} needs “{name}”."])
    return value


TYPES: dict[str, type] = {"str": str, "int": int, "bool": bool, "tuple[str, ...]": tuple}
