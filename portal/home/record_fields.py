"""What of a person's record each relationship sees: a table in words, held by the tests."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SAID: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
READERS: dict[str, str] = dict(_SAID["readers"])


@dataclass(frozen=True)
class Field:
    """One part of a record: what it is, and who sees it. `column` is where a test plants a mark."""

    name: str
    seen_by: frozenset[str]
    column: str = ""


def _field(row: dict[str, Any]) -> Field:
    unknown = set(row["seen_by"]) - set(READERS)
    if unknown:
        raise ValueError(f"record_fields.toml: nobody is called {', '.join(sorted(unknown))}.")
    return Field(row["name"], frozenset(row["seen_by"]), row.get("column", ""))


FIELDS: tuple[Field, ...] = tuple(_field(row) for row in _SAID["field"])
