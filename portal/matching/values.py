"""Offers, needs and weights as plain values: what the rules of a round are about.

An `Offer` is somebody who would coach or mentor in a round, a `Need` somebody who looks for that.
What is not known is empty, and what is empty earns nobody points. Sets hold keys or ids; days are
the short names of the directory ("Mon").
"""

from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

LEAST, MOST = 0, 5
"""A wish counts nothing at all, or up to five times."""


class ImpossibleError(ValueError):
    """Pairs that somebody has fixed cannot be: one is not allowed, or there are too many."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each wish counts, from 0 (not at all) to 5."""

    goals: int = 4
    ranking: int = 4
    days: int = 3
    practice: int = 2
    base: int = 2
    experience: int = 2
    declines: int = 2
    language: int = 2
    identity: int = 3

    @property
    def most_points(self) -> int:
        """The points of a pair in which every wish comes true."""
        return sum(100 * getattr(self, wish) for wish in WISHES)


WISHES = tuple(each.name for each in fields(Weights))


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who would coach or mentor, and how many people in this round (`places`)."""

    id: UUID
    name: str
    places: int
    is_trained: bool = True
    organisation_id: UUID | None = None
    teams: frozenset[UUID] = frozenset()
    strengths: frozenset[str] = frozenset()
    practice: str = ""
    base: str = ""
    days: frozenset[str] = frozenset()
    qualified_on: date | None = None
    languages: frozenset[str] = frozenset()
    identity: frozenset[str] = frozenset()
    """What they chose to say about themself, for those who ask for it."""
    conflicts: frozenset[UUID] = frozenset()
    """With whom they said they should not be paired."""


@dataclass(frozen=True, slots=True)
class Need:
    """Somebody who looks for a coach or mentor, and what they would like."""

    id: UUID
    name: str
    organisation_id: UUID | None = None
    teams: frozenset[UUID] = frozenset()
    managers: frozenset[UUID] = frozenset()
    assessors: frozenset[UUID] = frozenset()
    goals: frozenset[str] = frozenset()
    practice: str = ""
    base: str = ""
    days: frozenset[str] = frozenset()
    qualified_on: date | None = None
    languages: frozenset[str] = frozenset()
    identity: frozenset[str] = frozenset()
    """What they asked to count; empty unless they chose it."""
    conflicts: frozenset[UUID] = frozenset()
    declined: frozenset[UUID] = frozenset()
    """Who declined them, or whom they declined, in an earlier round."""
    ranking: tuple[UUID, ...] = ()
    """Up to three people they would choose, the first choice first."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everybody in a round: its kind, who offers, who looks, and how much each wish counts."""

    kind: str
    offers: tuple[Offer, ...]
    needs: tuple[Need, ...]
    weights: Weights = field(default_factory=Weights)
