"""Prompts: questions of the known models of reflection, as data; they help and are never asked.

Source: the models as commonly taught (Kolb 1984, Gibbs 1988, Driscoll 1994, Morrison 2005); the
questions are in our own words.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Model:
    """A model of reflection: its name and its questions in order."""

    key: str
    title: str
    questions: tuple[str, ...]


@cache
def every() -> dict[str, Model]:
    """Each model by its key."""
    content = tomllib.loads((Path(__file__).parent / "prompts.toml").read_text())
    return {
        key: Model(key, entry["title"], tuple(entry["questions"])) for key, entry in content.items()
    }


def called(key: str) -> Model | None:
    """The model of that key; nothing where there is none."""
    return every().get(key)
