"""Models of teams: what a team of a kind is made of, as data, read from files or from a page."""

from functools import cache
from pathlib import Path

from portal.teams.modelling.entries import (
    Decision,
    Model,
    Rhythm,
    Rule,
    Slot,
    Task,
)
from portal.teams.modelling.reading import ModelError, model_of, read

__all__ = [
    "Decision",
    "Model",
    "ModelError",
    "Rhythm",
    "Rule",
    "Slot",
    "Task",
    "model_of",
    "read",
    "shipped",
]


@cache
def shipped() -> dict[str, Model]:
    """The models that come with the portal, by their key, in the order of their titles."""
    paths = (Path(__file__).parent / "shipped").glob("*.toml")
    found = sorted((read(path) for path in paths), key=lambda each: each.title)
    return {each.key: each for each in found}
