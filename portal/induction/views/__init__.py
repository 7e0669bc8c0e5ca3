"""The pages of the induction year."""

from portal.induction.views import files, sections, years
from portal.induction.views.blueprint import induction

__all__ = ["files", "induction", "sections", "years"]
