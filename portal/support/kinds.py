"""Kinds of help and how soon an answer is needed, read from `kinds.toml`.

Shapes: keys are small letters with hyphens, labels what people read. Units: working days; the end
of a working day is a time in the office. Raises ValueError with a sentence on start-up where a key
stands there twice or a label is missing. Source: this portal's plan for consultants (2026).
"""

import tomllib
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of help somebody comes for."""

    key: str
    label: str
    meaning: str

    @property
    def in_a_sentence(self) -> str:
        """The label as it reads on after "about"."""
        return self.label[0].lower() + self.label[1:]


@dataclass(frozen=True, slots=True)
class Urgency:
    """How soon an answer is needed, in working days."""

    key: str
    label: str
    working_days: int


@dataclass(frozen=True, slots=True)
class Help:
    """The kinds and urgencies by their keys, in the order of the pages, and when a day ends."""

    kinds: dict[str, Kind]
    urgencies: dict[str, Urgency]
    day_ends: time


def read(text: str) -> Help:
    """What this TOML tells of. Raises ValueError."""
    data = tomllib.loads(text)
    kinds = [Kind(**{k: _words(v) for k, v in each.items()}) for each in data["kind"]]
    urgencies = [
        Urgency(_words(each["key"]), _words(each["label"]), int(each["working_days"]))
        for each in data["urgency"]
    ]
    if any(each.working_days < 0 for each in urgencies):
        raise ValueError("Nothing is due before it was asked: working_days is 0 or more.")
    return Help(_by_key(kinds), _by_key(urgencies), data["day_ends"])


def label_of(key: str) -> str:
    """The label of a kind; a kind that is no more is called by its key."""
    return KINDS[key].label if key in KINDS else key.replace("-", " ").capitalize()


def _by_key(listed: list[Any]) -> dict[str, Any]:
    found = {each.key: each for each in listed}
    if len(found) != len(listed) or not listed:
        raise ValueError("kinds.toml is empty, or names a key twice.")
    return found


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("kinds.toml has a key, label or meaning without words.")
    return value.strip()


HELP = read((Path(__file__).parent / "kinds.toml").read_text("utf-8"))
KINDS, URGENCIES, DAY_ENDS = HELP.kinds, HELP.urgencies, HELP.day_ends
