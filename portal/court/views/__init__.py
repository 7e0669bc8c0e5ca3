"""The pages of a first time in court."""

from portal.court.views import checklist, deciding, matters
from portal.court.views.blueprint import court

__all__ = ["checklist", "court", "deciding", "matters"]
