"""What in the data about people is to be looked at: found, listed and explained."""

from portal.people.queries.quality.listing import (
    Asking,
    Line,
    every_line,
    first_names,
    page_of_kind,
    teams_without_managers,
)
from portal.people.queries.quality.looking import Findings, findings

__all__ = [
    "Asking",
    "Findings",
    "Line",
    "every_line",
    "findings",
    "first_names",
    "page_of_kind",
    "teams_without_managers",
]
