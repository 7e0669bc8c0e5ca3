"""The pages of learning."""

from portal.learning.views import courses, cpd, events, mine, qualifications
from portal.learning.views.blueprint import learning

__all__ = ["courses", "cpd", "events", "learning", "mine", "qualifications"]
