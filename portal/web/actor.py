"""Who is acting, as far as the web kit needs to know."""

from typing import Protocol
from uuid import UUID


class House(Protocol):
    """The organisation of the person, and the areas it has switched on."""

    @property
    def name(self) -> str:
        """What the organisation is called."""

    def has_area(self, area: str) -> bool:
        """Whether the organisation has this area switched on."""


class Actor(Protocol):
    """A signed-in person."""

    @property
    def id(self) -> UUID:
        """The person's id."""

    @property
    def organisation_id(self) -> UUID:
        """The organisation's id."""

    @property
    def organisation(self) -> House:
        """The organisation that the person works in."""
