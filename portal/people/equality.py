"""What people may say about themselves for equality: what is asked, and the answers there are.

Both come from `equality.toml`; an answer is kept by its key. None has to be given, and "I would
rather not say" counts like no answer.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RATHER_NOT = "rather-not-say"
NOT_SAID = "Not said"


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One thing that somebody may say about themself, with the answers there are."""

    key: str
    label: str
    answers: Mapping[str, str]
    short: str

    def words_of(self, answer: str) -> str:
        """The words of an answer; "Not said" for none, or for one that is no longer asked for."""
        return self.answers.get(answer, NOT_SAID)


def read(text: str) -> dict[str, Characteristic]:
    """The characteristics that this TOML tells of, in its order, by key.

    Raises ValueError when a key stands there twice, or a characteristic has fewer than two answers.
    """
    found: dict[str, Characteristic] = {}
    for row in tomllib.loads(text)["characteristic"]:
        if row["key"] in found or len(row["answers"]) < 2:
            raise ValueError(f"{row['key']} needs a key of its own and at least two answers.")
        short = row.get("short", row["label"])
        found[row["key"]] = Characteristic(row["key"], row["label"], row["answers"], short)
    return found


CHARACTERISTICS = read(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def known(answers: Mapping[str, str | None]) -> dict[str, str]:
    """Those answers that are asked for; what was not answered is left out."""
    return {
        key: answer
        for key, each in CHARACTERISTICS.items()
        if (answer := answers.get(key)) and (answer in each.answers or answer == RATHER_NOT)
    }
