"""How much a text says and how two of its revisions differ. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_PART = re.compile(r"\n+|(?<=[.!?])\s+")
MOST_PARTS = 2000  # sentences that are compared; longer texts are compared by paragraph


@dataclass(frozen=True)
class Passage:
    """Some sentences that stayed, came or went: state is "same", "new" or "gone"."""

    state: str
    text: str


def words_in(text: str) -> int:
    """How many words a text has: whatever stands between spaces."""
    return sum(1 for _ in _WORD.finditer(text))


def compared(older: str, newer: str) -> list[Passage]:
    """The newer text with what came and what went, sentence by sentence."""
    before, after = _parts(older), _parts(newer)
    return list(_passages(before, after))


def _parts(text: str) -> list[str]:
    parts = [part for part in _PART.split(text) if part.strip()]
    if len(parts) > MOST_PARTS:
        parts = [part for part in text.split("\n") if part.strip()][:MOST_PARTS]
    return parts


def _passages(before: list[str], after: list[str]) -> Iterator[Passage]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Passage("same", "\n".join(after[c:d]))
            continue
        if b > a:
            yield Passage("gone", "\n".join(before[a:b]))
        if d > c:
            yield Passage("new", "\n".join(after[c:d]))
