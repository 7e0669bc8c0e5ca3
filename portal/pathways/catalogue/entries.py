"""What a career catalogue is made of: families, bands, places, and titles that stay outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

REVIEW_EVERY = timedelta(days=365)


@dataclass(frozen=True)
class Family:
    """A row of the lattice: places that share a kind of work."""

    key: str
    title: str
    line: int
    says: str


@dataclass(frozen=True)
class Band:
    """A column of the lattice: places that ask about as much experience."""

    key: str
    title: str
    number: int


# What shows a requirement: a kind, and whether it takes a number.
TIME, REGISTERED, QUALIFIED, INDUCTION = "time", "registered", "qualified", "induction"
EVIDENCE, MENTORING, TRAINING, STATED = "evidence", "mentoring", "training", "stated"
KINDS = (TIME, REGISTERED, QUALIFIED, INDUCTION, EVIDENCE, MENTORING, TRAINING, STATED)
COUNTED = (TIME, EVIDENCE, MENTORING)


@dataclass(frozen=True)
class Requirement:
    """One thing that somebody shows for a role, and how the portal can tell that they do.

    `amount` is months for time, mentoring and since qualifying, pieces for evidence. `of` names the
    places whose time counts, the kind of evidence, or courses of which any one counts. Of what is
    `stated` only the person can say.
    """

    key: str
    words: str
    kind: str = STATED
    amount: int = 0
    of: tuple[str, ...] = ()
    step: str = ""


@dataclass(frozen=True)
class Place:
    """A role on the lattice, with what it asks and where it leads."""

    key: str
    title: str
    family: Family
    band: Band
    says: str
    asks: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    reached: str
    grades: str
    up: tuple[str, ...]
    across: tuple[str, ...]
    last_reviewed: date
    aliases: tuple[str, ...] = ()
    typical_months: tuple[int, int] | None = None

    @property
    def family_key(self) -> str:
        """The family that it stands in."""
        return self.family.key

    @property
    def band_key(self) -> str:
        """The band that it stands in."""
        return self.band.key

    @property
    def leads_to(self) -> tuple[str, ...]:
        """Keys of the places a person can move to from here, upwards first."""
        return self.up + self.across

    @property
    def name_in_a_sentence(self) -> str:
        """The title as it is written inside a sentence: "a newly qualified social worker"."""
        article = "an" if self.title[0].lower() in "aeiou" else "a"
        return f"{article} {self.title[0].lower()}{self.title[1:]}"

    @property
    def also_called(self) -> tuple[str, ...]:
        """The other titles it is known by."""
        return tuple(alias for alias in self.aliases if alias.lower() != self.title.lower())

    def is_due_for_review(self, today: date) -> bool:
        """Whether nobody has looked at this page for more than a year."""
        return today - self.last_reviewed > REVIEW_EVERY


@dataclass(frozen=True)
class Outside:
    """Job titles that are knowingly not on the lattice, with the reason in words."""

    title: str
    reason: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class SalaryPoint:
    """What a point of a grade is paid in pounds a year, from a day on, perhaps until another."""

    grade: str
    number: int
    salary: int
    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A whole career catalogue, as one version of it says; each is equal to itself alone."""

    key: str
    title: str
    version: str
    effective_from: date
    families: tuple[Family, ...]
    bands: tuple[Band, ...]
    places: tuple[Place, ...]
    outside: tuple[Outside, ...] = field(default=())
    salaries: tuple[SalaryPoint, ...] = field(default=())

    @cached_property
    def by_key(self) -> Mapping[str, Place]:
        """The places by their key."""
        return {place.key: place for place in self.places}
