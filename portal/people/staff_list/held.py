"""Held: what the portal holds about an organisation's people, as plain values."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.people.staff_list.facts import PersonFacts, PostFacts, UnitPath


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post in the portal, past or present."""

    id: UUID
    facts: PostFacts
    began_on: date | None = None
    basis: str = ""

    @property
    def counts_from(self) -> date:
        """The day from which the post counts, through every change of its terms."""
        return self.began_on or self.first_day

    @property
    def first_day(self) -> date:
        """The first day of this row."""
        return self.facts.started_on or date.min

    def is_open(self, day: date) -> bool:
        """Whether the post has not ended before this day."""
        return self.facts.ended_on is None or self.facts.ended_on >= day

    def is_current(self, day: date) -> bool:
        """Whether the post has begun by this day and has not ended before it."""
        return self.first_day <= day and self.is_open(day)


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """A person in the portal; `key` is the staff number without zeros, or stands in for one."""

    id: UUID
    key: str
    facts: PersonFacts
    posts: tuple[HeldPost, ...] = ()
    left_on: date | None = None
    claimed_email: str | None = None
    has_confirmed_qualifying: bool = False
    was_written_down_leaving: bool = False  # on a page, not by a list

    def is_here(self, day: date) -> bool:
        """Whether the person has not left before this day."""
        return self.left_on is None or self.left_on >= day


@dataclass(frozen=True, slots=True)
class Held:
    """Everything a staff list is compared with."""

    people: dict[str, HeldPerson] = field(default_factory=dict)
    vacancies: tuple[HeldPost, ...] = ()
    units: dict[tuple[str, ...], UUID] = field(default_factory=dict)
    paths: tuple[UnitPath, ...] = ()
