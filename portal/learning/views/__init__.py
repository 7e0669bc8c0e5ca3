"""The pages of learning."""

from portal.learning.views import courses, events, mine, qualifications
from portal.learning.views.blueprint import learning

__all__ = ["courses", "events", "learning", "mine", "qualifications"]
