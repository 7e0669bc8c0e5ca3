"""The pages of learning."""

from portal.learning.views import courses, cpd, events, library, mine, qualifications, reviews
from portal.learning.views.blueprint import learning

__all__ = ["courses", "cpd", "events", "learning", "library", "mine", "qualifications", "reviews"]
