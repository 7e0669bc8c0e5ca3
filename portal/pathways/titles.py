"""Job titles as payroll writes them, made comparable.

A title is compared without case, accents or punctuation, and a second time without what payroll
adds to it: a note in brackets, a team after a dash, "acting" or "agency" in front. "Acting Team
Manager (CLA North)" is a team manager.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.people.folding import fold

NOTE_IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]?")
AFTER_A_DASH = re.compile(r"\s[-–—/]\s.*|[,;:].*")
IN_FRONT = frozenset(
    {
        "acting",
        "agency",
        "bank",
        "interim",
        "locum",
        "permanent",
        "temporary",
        "part",
        "full",
    }
)
AFTER_PART_OR_FULL = "time"


def readings(title: str) -> Iterator[str]:
    """The folded forms a title can be found under, the most exact first."""
    bare = AFTER_A_DASH.sub("", NOTE_IN_BRACKETS.sub(" ", title))
    for form in (title, NOTE_IN_BRACKETS.sub(" ", title), bare):
        yield fold(form)
    yield _without_front(fold(title))
    yield _without_front(fold(bare))


def _without_front(folded: str) -> str:
    words = folded.split()
    while words and words[0] in IN_FRONT:
        words = words[2:] if words[1:2] == [AFTER_PART_OR_FULL] else words[1:]
    return " ".join(words)
