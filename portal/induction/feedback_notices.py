"""The sentences we send about feedback. None says what was written."""

from portal.induction.models import Feedback, FeedbackRequest
from portal.web import days
from portal.web.numbers import in_words


def to_read(feedback: Feedback) -> str:
    """To whoever reads first, when an answer has come."""
    name, day = feedback.induction.person.name, days.in_words(feedback.read_by)
    return f"Feedback about {name} has come. Read it by {day}, before it goes on."


def late(feedback: Feedback) -> str:
    """To the coordinators, when its reader has not read it by its day."""
    name, day = feedback.induction.person.name, days.in_words(feedback.read_by)
    return f"Feedback about {name} was to be read by {day} and still waits. Please read it now."


def unanswered(request: FeedbackRequest, number: int) -> str:
    """To whoever asked, five working days before links are over that nobody has used."""
    name, day = request.induction.person.name, days.in_words(request.last_on)
    links = "link or code" if number == 1 else "links or codes"
    verb = "has" if number == 1 else "have"
    said = f"{in_words(number).capitalize()} {links} for feedback about {name} {verb} no answer yet"
    return f"{said}, and can be used until {day}. You can remind whoever you gave them to."


def not_sent(request: FeedbackRequest) -> str:
    """To whoever asked, when the mail with a link could not be delivered."""
    name = request.induction.person.name
    return f"The mail that asks for feedback about {name} could not be sent. Hand the link on."


def letter(request: FeedbackRequest, address: str, *, is_reminder: bool) -> str:
    """The mail to another professional: who asks, until when, and the link; nothing private."""
    name, day = request.induction.person.name, days.in_words(request.last_on)
    first = (
        "You were asked for feedback, and no answer has come. This is the only reminder."
        if is_reminder
        else f"{request.asked_by.name} asks you for feedback."
    )
    return (
        f"{first}\n\nWhat was it like to work with {name}? You can say so here until {day}, "
        f"without an account:\n\n{address}\n\nThe link takes one answer. If you do not want to "
        "answer, you need do nothing. Please do not pass it on.\n"
    )


def taken_back(feedback: Feedback) -> str:
    """To the newly qualified worker, when whoever gave it took it back."""
    who = "A family" if feedback.kind == "family" else "Another professional"
    return f"{who} took their feedback back. Its words are deleted; it still counts as asked for."


def passed_on(feedback: Feedback) -> str:
    """To the newly qualified worker, when they may read it."""
    who = "a family" if feedback.kind == "family" else "another professional"
    return f"Feedback from {who} is there for you to read."
