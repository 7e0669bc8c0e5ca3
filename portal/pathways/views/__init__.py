"""The pages of career pathways."""

from portal.pathways.views import applications, lattice, panels
from portal.pathways.views.blueprint import pathways

__all__ = ["applications", "lattice", "panels", "pathways"]
