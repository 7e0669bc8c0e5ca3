"""The pages of the induction year."""

from portal.induction.views import (
    board,
    files,
    observation_files,
    observation_parts,
    observations,
    sections,
    years,
)
from portal.induction.views.blueprint import induction

__all__ = [
    "board",
    "files",
    "induction",
    "observation_files",
    "observation_parts",
    "observations",
    "sections",
    "years",
]
