"""The tables of writing and evidence."""

from portal.standards.models.evidence import Evidence, StandardShown, StandardsMove
from portal.standards.models.ratings import RatingSet

__all__ = [
    "Evidence",
    "RatingSet",
    "StandardShown",
    "StandardsMove",
]
