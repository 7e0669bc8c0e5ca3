"""The pages of writing and evidence."""

from portal.standards.views import (
    deleting,
    evidence,
    frameworks,
    looking,
    sharing,
    thoughts,
    writing,
)
from portal.standards.views.blueprint import standards

__all__ = [
    "deleting",
    "evidence",
    "frameworks",
    "looking",
    "sharing",
    "standards",
    "thoughts",
    "writing",
]
