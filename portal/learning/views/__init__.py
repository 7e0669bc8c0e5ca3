"""The pages of learning."""

from portal.learning.views import (
    briefings,
    courses,
    cpd,
    events,
    library,
    mine,
    qualifications,
    reviews,
)
from portal.learning.views.blueprint import learning

__all__ = [
    "briefings",
    "courses",
    "cpd",
    "events",
    "learning",
    "library",
    "mine",
    "qualifications",
    "reviews",
]
