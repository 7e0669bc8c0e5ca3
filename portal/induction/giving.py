"""Giving feedback: what is asked, how long a link works, and who reads first by when.

Pure. Nothing that is asked says who somebody is. A link takes one answer and works for 28 days.
"""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from portal import working_days

Reader = TypeVar("Reader")

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
REMINDED_BEFORE = 5  # working days
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


def remind_on(last_on: date) -> date:
    """The day of the one reminder that goes by itself: five working days before a link is over."""
    day = last_on
    for _ in range(REMINDED_BEFORE):
        day = working_days.on_or_before(day - working_days.ONE_DAY)
    return day


def read_by(received_on: date) -> date:
    """The day by which its reader has read an answer: the next working day."""
    return working_days.after(received_on, 1)


def first_readers(
    assessor: Reader | None, coordinators: Sequence[Reader], away: Container[Reader]
) -> list[Reader]:
    """Who reads an answer first: the assessor; where they are away or none is, the coordinators.

    Those who are away read first only where nobody else is there.
    """
    if assessor is not None and assessor not in away:
        return [assessor]
    here = [each for each in coordinators if each not in away]
    return here or [each for each in (assessor,) if each is not None] or list(coordinators)


def blanked(kind: str) -> dict[str, str]:
    """The words of an answer of that kind, emptied: what is left when it does not go on."""
    names = [*TEXTS, *(FAMILY_QUESTIONS if kind == FAMILY else ())]
    return dict.fromkeys(names, "")
