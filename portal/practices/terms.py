"""The words of contracts as data: models of ownership, functions, outcomes, ratings, counts. Pure.

Shapes: each is a tuple of `Term`s in the order of `terms.toml`; `titles` gives them by key.
Errors: an unknown or repeated key stops the start. Source of the five outcomes: Every Child
Matters (2003); the sixth, stability and continuity, is that of the social work practices (2008).
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("terms.toml")


@dataclass(frozen=True)
class Term:
    """One word that people choose or fill in: its key, its title, and a sentence where it has one.

    `group` is the heading under which a count stands.
    """

    key: str
    title: str
    what: str = ""
    group: str = ""


def read(written: dict[str, Any], kind: str) -> tuple[Term, ...]:
    """The terms of one kind. Raises ValueError where a key stands twice or one says nothing."""
    terms = tuple(Term(**each) for each in written[kind])
    if len({each.key for each in terms}) != len(terms) or not all(each.title for each in terms):
        raise ValueError(f"terms.toml: a {kind} stands twice or has no title")
    return terms


def titles(terms: tuple[Term, ...]) -> dict[str, str]:
    """The titles by key."""
    return {each.key: each.title for each in terms}


_WRITTEN = tomllib.loads(DATA.read_text("utf-8"))
OWNERSHIPS, FUNCTIONS = read(_WRITTEN, "ownership"), read(_WRITTEN, "function")
OUTCOMES, RATINGS = read(_WRITTEN, "outcome"), read(_WRITTEN, "rating")
DECISIONS, COUNTS = read(_WRITTEN, "decision"), read(_WRITTEN, "count")
WHOLE, IN_PART, HELD = (each.key for each in DECISIONS)
