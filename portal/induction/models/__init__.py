"""Somebody's induction year, and everything that belongs to it."""

from portal.induction.models.years import Induction, InductionItem

__all__ = ["Induction", "InductionItem"]
