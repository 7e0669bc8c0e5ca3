"""The pages of writing and evidence."""

from portal.standards.views import evidence, frameworks
from portal.standards.views.blueprint import standards

__all__ = ["evidence", "frameworks", "standards"]
