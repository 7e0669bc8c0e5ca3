"""The pages of matching."""

from portal.matching.views import choosing, files, offers, pairs, rematching, rounds
from portal.matching.views.blueprint import matching

__all__ = ["choosing", "files", "matching", "offers", "pairs", "rematching", "rounds"]
