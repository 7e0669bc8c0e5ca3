"""What is done about learning: deeds that leave a trace."""

from portal.learning.operations.bookings import book, give_up, move_up
from portal.learning.operations.courses import change_course, key_of
from portal.learning.operations.cpd import begin_cpd, delete_cpd, settle_cpd, write_cpd
from portal.learning.operations.events import (
    EventError,
    cancel_event,
    change_event,
    plan_event,
    say_who_came,
)
from portal.learning.operations.qualifications import (
    change_qualification,
    record_qualification,
    set_aside,
)
from portal.learning.operations.telling import tell_of_expiry

__all__ = [
    "EventError",
    "begin_cpd",
    "book",
    "cancel_event",
    "change_course",
    "change_event",
    "change_qualification",
    "delete_cpd",
    "give_up",
    "key_of",
    "move_up",
    "plan_event",
    "record_qualification",
    "say_who_came",
    "set_aside",
    "settle_cpd",
    "tell_of_expiry",
    "write_cpd",
]
