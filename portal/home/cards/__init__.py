"""The cards of a home page: one for each thing that somebody is, each with its own needs."""

from portal.home.cards.card import Card

__all__ = ["Card"]
