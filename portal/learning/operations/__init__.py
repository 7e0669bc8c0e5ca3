"""What is done about learning: deeds that leave a trace."""

from portal.learning.operations.bookings import book, give_up, move_up
from portal.learning.operations.briefings import BriefingError, say_briefed
from portal.learning.operations.courses import change_course, course_key_of
from portal.learning.operations.cpd import begin_cpd, delete_cpd, settle_cpd, write_cpd
from portal.learning.operations.events import (
    EventError,
    cancel_event,
    change_event,
    plan_event,
    say_who_came,
)
from portal.learning.operations.library import (
    add_review_action,
    keep_practice_note,
    keep_resource,
    keep_review,
    settle_review_action,
    withdraw,
)
from portal.learning.operations.qualifications import (
    change_qualification,
    record_qualification,
    set_aside,
)
from portal.learning.operations.telling import tell_of_expiry

__all__ = [
    "BriefingError",
    "EventError",
    "add_review_action",
    "begin_cpd",
    "book",
    "cancel_event",
    "change_course",
    "change_event",
    "change_qualification",
    "course_key_of",
    "delete_cpd",
    "give_up",
    "keep_practice_note",
    "keep_resource",
    "keep_review",
    "move_up",
    "plan_event",
    "record_qualification",
    "say_briefed",
    "say_who_came",
    "set_aside",
    "settle_cpd",
    "settle_review_action",
    "tell_of_expiry",
    "withdraw",
    "write_cpd",
]
