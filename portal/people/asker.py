"""Whoever asks, as a statement knows them that is built once for all who hold the same roles.

Putting a long statement together costs more than asking it. So it is put together for an `Asker`,
who is nobody yet, and kept; the ids of the person who asks are given with each question. What
depends on the day is built anew each day: the day is a part of what it is kept by.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam

from portal.clock import today
from portal.people.models import Person

ME: Final[Any] = bindparam("me", type_=Uuid())
HERE: Final[Any] = bindparam("here", type_=Uuid())
KEPT: Final = 64
"""How many statements of one kind are kept: combinations of roles, on today and yesterday."""


@dataclass(frozen=True)
class Asker:
    """Somebody by the roles they hold alone: it stands in a statement where a person would."""

    roles: frozenset[str]

    @property
    def id(self) -> Any:
        """The id that is given with the question."""
        return ME

    @property
    def organisation_id(self) -> Any:
        """The organisation that is given with the question."""
        return HERE

    def has_role(self, *roles: str) -> bool:
        """Whether whoever asks holds one of these roles today."""
        return not self.roles.isdisjoint(roles)


ANYBODY: Final[Any] = Asker(frozenset())
"""Where no role makes a difference to what is asked."""


def asker(person: Person) -> Any:
    """The asker that this person is today."""
    day = today()
    return Asker(frozenset(held.role for held in person.roles_held if held.covers(day)))


def given(person: Person) -> dict[str, UUID]:
    """What is given with the question when this person asks."""
    return {"me": person.id, "here": person.organisation_id}
