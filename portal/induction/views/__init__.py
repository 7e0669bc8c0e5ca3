"""The pages of the induction year."""

from portal.induction.views import (
    answers,
    board,
    cohort,
    evidence,
    feedback,
    feedback_reading,
    files,
    observation_files,
    observation_parts,
    observations,
    sections,
    years,
)
from portal.induction.views.blueprint import induction

__all__ = [
    "answers",
    "board",
    "cohort",
    "evidence",
    "feedback",
    "feedback_reading",
    "files",
    "induction",
    "observation_files",
    "observation_parts",
    "observations",
    "sections",
    "years",
]
