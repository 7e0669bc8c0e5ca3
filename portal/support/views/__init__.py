"""The pages of consultant support, and the page of answers."""

from portal.support.views import answers as page_of_answers
from portal.support.views import consultants, files, hours, questions, slots
from portal.support.views.blueprint import answers, support

__all__ = [
    "answers",
    "consultants",
    "files",
    "hours",
    "page_of_answers",
    "questions",
    "slots",
    "support",
]
