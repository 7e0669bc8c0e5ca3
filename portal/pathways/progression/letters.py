"""The letter of an outcome: an approved text with blanks, and what goes into them.

Pure. Shapes: a text is plain lines with blanks in braces, of `BLANKS` alone; `fill` raises
KeyError where a value is missing. Source: this portal's plan (C69: letters from approved text).
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

PROGRESS, CONDITIONS, DEFERRED, NOT_YET = "progress", "conditions", "deferred", "not yet"
DECISIONS: dict[str, str] = {
    PROGRESS: "Progress",
    CONDITIONS: "Progress, with conditions",
    DEFERRED: "Deferred to a later day",
    NOT_YET: "Not yet",
}
PROGRESSING = (PROGRESS, CONDITIONS)

BLANKS: dict[str, str] = {
    "name": "the applicant's name",
    "place": "the role applied for",
    "panel_day": "the day of the panel",
    "paid_from": "the day from which it is paid",
    "conditions": "what is still to do",
    "again_on": "by when, or the day on which the panel looks again",
    "appeal_by": "the last day for an appeal",
    "reason": "why the panel decided so",
    "feedback": "what the panel would like the applicant to hear",
}
# Without these a letter does not say what was decided, or why.
NEEDED = {
    PROGRESS: ("name", "place", "paid_from", "reason"),
    CONDITIONS: ("name", "place", "conditions", "again_on", "paid_from", "reason"),
    DEFERRED: ("name", "place", "again_on", "reason", "feedback", "appeal_by"),
    NOT_YET: ("name", "place", "reason", "feedback", "appeal_by"),
}
A_BLANK = re.compile(r"\{([^{}]*)\}")

SHIPPED: dict[str, str] = {
    decision: row["words"].strip()
    for decision, row in tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text("utf-8")
    ).items()
}


def faults(decision: str, words: str) -> list[str]:
    """What keeps this text from being approved, each in a sentence."""
    asked = A_BLANK.findall(words)
    unknown = [f"There is no blank called {{{each}}}" for each in asked if each not in BLANKS]
    missing = [
        f"Put {{{each}}} where {BLANKS[each]} is to stand"
        for each in NEEDED[decision]
        if each not in asked
    ]
    stray = A_BLANK.sub("", words)
    loose = ["A brace stands alone: a blank is written {name}"] if set("{}") & set(stray) else []
    return list(dict.fromkeys(unknown)) + missing + loose


def fill(words: str, values: Mapping[str, str]) -> str:
    """The letter: every blank filled in once, so that braces in what is filled in stay as typed."""
    return A_BLANK.sub(lambda blank: values[blank[1]], words)
