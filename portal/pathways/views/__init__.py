"""The pages of career pathways."""

from portal.pathways.views import (
    applications,
    deciding,
    eligibility,
    equity,
    lattice,
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
    "outcomes",
    "panels",
    "pathways",
    "stating",
]
