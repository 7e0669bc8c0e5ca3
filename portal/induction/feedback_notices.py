"""The sentences we send about feedback. None says what was written."""

from portal.induction.models import Feedback
from portal.web import days


def to_read(feedback: Feedback) -> str:
    """To whoever reads first, when an answer has come."""
    name, day = feedback.induction.person.name, days.in_words(feedback.read_by)
    return f"Feedback about {name} has come. Read it by {day}, before it goes on."


def passed_on(feedback: Feedback) -> str:
    """To the newly qualified worker, when they may read it."""
    who = "a family" if feedback.kind == "family" else "another professional"
    return f"Feedback from {who} is there for you to read."
