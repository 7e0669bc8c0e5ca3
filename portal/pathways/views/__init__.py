"""The pages of career pathways."""

from portal.pathways.views import (
    applications,
    catalogue,
    catalogue_versions,
    check_ins,
    deciding,
    eligibility,
    equity,
    gaps,
    goals,
    lattice,
    leave,
    not_now,
    outcomes,
    panels,
    stating,
)
from portal.pathways.views.blueprint import pathways

__all__ = [
    "applications",
    "catalogue",
    "catalogue_versions",
    "check_ins",
    "deciding",
    "eligibility",
    "equity",
    "gaps",
    "goals",
    "lattice",
    "leave",
    "not_now",
    "outcomes",
    "panels",
    "pathways",
    "stating",
]
