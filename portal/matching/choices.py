"""What people choose from: areas of practice, languages, and what they may say about themselves.

Read from `choices.toml`; a choice is kept by its key. Strengths and goals come from the list of the
directory (`people.strengths`), so that nothing is called by two names.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from portal.people.strengths import STRENGTHS

Labels = dict[str, str]


def read(text: str) -> dict[str, Labels]:
    """The lists of this TOML, each from key to label; ValueError when a key stands there twice."""
    lists: dict[str, Labels] = {}
    for name, rows in tomllib.loads(text).items():
        lists[name] = {row["key"]: row["label"] for row in rows}
        if len(lists[name]) != len(rows):
            raise ValueError(f"A key stands twice in the list {name}.")
    return lists


def known(keys: Iterable[str] | None, labels: Mapping[str, object]) -> list[str]:
    """Those of these keys that are in the list, each once and in its order."""
    wanted = set(keys or ())
    return [key for key in labels if key in wanted]


def listed(keys: Iterable[str], labels: Mapping[str, str]) -> str:
    """The labels of these keys in a line, or nothing."""
    return ", ".join(labels[key] for key in known(keys, labels))


_LISTS = read((Path(__file__).parent / "choices.toml").read_text("utf-8"))
PRACTICES, LANGUAGES, IDENTITY = _LISTS["practice"], _LISTS["language"], _LISTS["identity"]
GOALS: Labels = {key: strength.label for key, strength in STRENGTHS.items()}
# The words of reasons, by key: areas of practice stand in the middle of a sentence there.
LABELS: Labels = (
    GOALS | LANGUAGES | {key: label[0].lower() + label[1:] for key, label in PRACTICES.items()}
)
