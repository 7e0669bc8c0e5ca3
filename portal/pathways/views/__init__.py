"""The pages of career pathways."""

from portal.pathways.views import lattice, panels
from portal.pathways.views.blueprint import pathways

__all__ = ["lattice", "panels", "pathways"]
