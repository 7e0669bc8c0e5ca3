"""Who may see and do what about learning."""

from portal.learning.policies.courses import KEEPERS, change_course, see_courses
from portal.learning.policies.cpd import begin_cpd_from, see_cpd, write_cpd
from portal.learning.policies.events import (
    book,
    cancel_event,
    change_event,
    give_up,
    plan_event,
    say_who_came,
    see_event,
    see_who_comes,
)
from portal.learning.policies.library import (
    add_resource,
    change_practice_note,
    change_resource,
    change_review,
    say_briefed,
    see_briefings,
    see_library,
    see_review,
    settle_review_action,
    share_practice,
    write_review,
)
from portal.learning.policies.qualifications import (
    change_qualification,
    record_qualification,
    see_certificate,
    see_due,
    see_my_learning,
    see_qualifications,
)

__all__ = [
    "KEEPERS",
    "add_resource",
    "begin_cpd_from",
    "book",
    "cancel_event",
    "change_course",
    "change_event",
    "change_practice_note",
    "change_qualification",
    "change_resource",
    "change_review",
    "give_up",
    "plan_event",
    "record_qualification",
    "say_briefed",
    "say_who_came",
    "see_briefings",
    "see_certificate",
    "see_courses",
    "see_cpd",
    "see_due",
    "see_event",
    "see_library",
    "see_my_learning",
    "see_qualifications",
    "see_review",
    "see_who_comes",
    "settle_review_action",
    "share_practice",
    "write_cpd",
    "write_review",
]
