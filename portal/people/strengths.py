"""Strengths: what colleagues can be asked about, read from `strengths.toml`.

A strength is kept with a person by its key. Each has a label, a line that says what is meant, and a
group on the page where people choose theirs.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST_LABEL = 60
LONGEST_MEANING = 120
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that somebody can help with."""

    key: str
    label: str
    meaning: str

    @property
    def in_a_sentence(self) -> str:
        """The label as it reads on after "can help with"."""
        return self.label[0].lower() + self.label[1:]


@dataclass(frozen=True, slots=True)
class Group:
    """Strengths that stand together on a page."""

    title: str
    strengths: tuple[Strength, ...]


def read(text: str) -> tuple[Group, ...]:
    """The groups that this TOML tells of, in its order.

    Raises ValueError with a sentence when a key is used twice or is no key, or when a title, label
    or meaning is missing or too long.
    """
    groups = tuple(_group(given) for given in tomllib.loads(text).get("group", ()))
    keys = [strength.key for group in groups for strength in group.strengths]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"These strengths stand there twice: {', '.join(twice)}.")
    return groups


def known(keys: Any) -> list[str]:
    """Those of these keys that are strengths, each once, in the order of the pages."""
    wanted = set(keys)
    return [key for key in STRENGTHS if key in wanted]


def _group(given: dict[str, Any]) -> Group:
    title = _words(given, "title", LONGEST_LABEL)
    strengths = tuple(_strength(each) for each in given.get("strength", ()))
    if not strengths:
        raise ValueError(f"The group {title} has no strengths.")
    return Group(title, strengths)


def _strength(given: dict[str, Any]) -> Strength:
    key = given.get("key", "")
    if not KEY.fullmatch(key):
        raise ValueError(f"{key!r} is no key of a strength: write small letters and hyphens.")
    label = _words(given, "label", LONGEST_LABEL)
    return Strength(key, label, _words(given, "meaning", LONGEST_MEANING))


def _words(given: dict[str, Any], name: str, most: int) -> str:
    words = given.get(name, "")
    if not words or len(words) > most:
        raise ValueError(f"A strength needs a {name} of at most {most} letters: {given}.")
    return str(words)


GROUPS = read((Path(__file__).parent / "strengths.toml").read_text("utf-8"))
STRENGTHS = {strength.key: strength for group in GROUPS for strength in group.strengths}
