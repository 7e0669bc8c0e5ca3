"""The pages of writing and evidence."""

from portal.standards.views import evidence, frameworks, looking, sharing, thoughts, writing
from portal.standards.views.blueprint import standards

__all__ = ["evidence", "frameworks", "looking", "sharing", "standards", "thoughts", "writing"]
