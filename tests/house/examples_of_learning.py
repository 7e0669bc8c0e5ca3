"""One row of each kind that a URL of learning can name, tied to the standing cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.cast import Cast
from tests.factories.learning import (
    a_booking,
    a_certificate,
    a_cpd_draft,
    a_practice_note,
    a_qualification,
    a_resource,
    a_review,
    a_review_action,
    an_event,
)
from tests.factories.people import a_person


def _event(cast: Cast) -> Any:
    event = an_event(cast.consultant)
    a_booking(event, cast.nqsw)
    return event


def _over(cast: Cast) -> Any:
    event = an_event(cast.consultant, held_on=date(2026, 11, 20))
    a_booking(event, cast.nqsw)
    return event


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "CourseEvent": _event,
    "CpdDraft": lambda cast: a_cpd_draft(cast.nqsw),
    "Resource": lambda cast: a_resource(cast.nqsw),
    "PracticeNote": lambda cast: a_practice_note(cast.nqsw),
    "PublishedReview": lambda cast: a_review(cast.principal),
    "ReviewAction": lambda cast: a_review_action(cast.principal, cast.nqsw),
    "Qualification": lambda cast: a_qualification(cast.nqsw, cast.hr),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "learning.book": lambda cast: an_event(a_person(cast.hr, given="Tia", family="Trainer")),
    "learning.say_who_came": _over,
    "learning.certificate": lambda cast: a_certificate(
        an_event(cast.consultant, held_on=date(2026, 11, 13)), cast.nqsw
    ),
}
