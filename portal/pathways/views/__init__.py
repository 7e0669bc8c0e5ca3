"""The pages of career pathways."""

from portal.pathways.views import (
    applications,
    deciding,
    eligibility,
    equity,
    lattice,
    leave,
    outcomes,
    panels,
    stating,
)
from portal.pathways.views.blueprint import pathways

__all__ = [
    "applications",
    "deciding",
    "eligibility",
    "equity",
    "lattice",
    "leave",
    "outcomes",
    "panels",
    "pathways",
    "stating",
]
