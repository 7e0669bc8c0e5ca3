"""Giving feedback: what is asked, how long a link works, and who reads first by when.

Pure. Nothing that is asked says who somebody is. A link takes one answer and works for 28 days.
"""

from datetime import date, timedelta
from typing import Final

from portal.induction import working_days

PROFESSIONAL: Final = "professional"
FAMILY: Final = "family"
KINDS = (PROFESSIONAL, FAMILY)
ITEM_KINDS = {PROFESSIONAL: "professional_feedback", FAMILY: "family_feedback"}
LINK: Final = "link"
CODE: Final = "code"
PAPER: Final = "paper"
WAYS = (LINK, CODE, PAPER)
SHEET = 6

TO_READ: Final = "to read"
PASSED_ON: Final = "passed on"
SAFETY: Final = "safety"
KEPT_BACK: Final = "kept back"
STATES = (TO_READ, PASSED_ON, SAFETY, KEPT_BACK)

WORKS_FOR = timedelta(days=28)
SCALE = ("", "yes", "sometimes", "no")
FACES = {"yes": "Yes", "sometimes": "Sometimes", "no": "No"}
FAMILY_QUESTIONS = {
    "listened": "Did they listen to you?",
    "explained": "Did they explain things so that you could understand?",
    "reliable": "Did they do what they said they would do?",
}
TEXTS = {
    "role_in_words": "Your role, in words",
    "connection": "How you worked together, in general terms",
    "went_well": "What went well",
    "to_work_on": "What to work on",
}
FAMILY_TEXT = "What they wanted to say"


def last_day(asked_on: date) -> date:
    """The last day on which a link that was asked for on that day takes an answer."""
    return asked_on + WORKS_FOR


def read_by(received_on: date) -> date:
    """The day by which its reader has read an answer: the next working day."""
    return working_days.after(received_on, 1)


def blanked(kind: str) -> dict[str, str]:
    """The words of an answer of that kind, emptied: what is left when it does not go on."""
    names = [*TEXTS, *(FAMILY_QUESTIONS if kind == FAMILY else ())]
    return dict.fromkeys(names, "")
