"""What a session can be about: the short list in `topics.toml`, checked when it is read.

Shapes: keys are lower-case words, labels what the two read. Raises ValueError on start-up where
the list repeats a key or leaves a label empty. Source: this portal's plan for sessions (2026).
"""

import tomllib
from pathlib import Path


def read(written: str) -> dict[str, str]:
    """The labels by key, in the order of the list."""
    listed = [(each["key"], each["label"].strip()) for each in tomllib.loads(written)["topic"]]
    labels = dict(listed)
    if len(labels) != len(listed) or not all(labels.values()):
        raise ValueError("topics.toml names a topic twice, or one without a label")
    return labels


TOPICS = read((Path(__file__).parent / "topics.toml").read_text("utf-8"))


def in_words(keys: list[str]) -> str:
    """What a session was about, in the order of the list; a key that has gone is left out."""
    return ", ".join(label for key, label in TOPICS.items() if key in keys)
