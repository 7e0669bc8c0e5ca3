"""The tables of learning."""

from portal.learning.models.courses import Course
from portal.learning.models.cpd import CpdDraft
from portal.learning.models.events import (
    ATTENDED,
    BOOKED,
    GIVEN_UP,
    HAVE_A_PLACE,
    MISSED,
    MOST_PLACES,
    WAITING,
    Booking,
    CourseEvent,
)
from portal.learning.models.library import (
    PracticeNote,
    PublishedReview,
    Resource,
    ReviewAction,
    TeamBriefing,
)
from portal.learning.models.qualifications import ExpiryTold, Qualification

__all__ = [
    "ATTENDED",
    "BOOKED",
    "GIVEN_UP",
    "HAVE_A_PLACE",
    "MISSED",
    "MOST_PLACES",
    "WAITING",
    "Booking",
    "Course",
    "CourseEvent",
    "CpdDraft",
    "ExpiryTold",
    "PracticeNote",
    "PublishedReview",
    "Qualification",
    "Resource",
    "ReviewAction",
    "TeamBriefing",
]
