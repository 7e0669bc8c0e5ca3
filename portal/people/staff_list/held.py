"""Held: what the portal holds about an organisation's people, as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.people.staff_list.facts import PersonFacts, PostFacts, UnitPath


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post in the portal, past or present."""

    id: UUID
    facts: PostFacts

    def is_open(self, today: date) -> bool:
        """Whether the post has not ended before today."""
        return self.facts.ended_on is None or self.facts.ended_on >= today


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """A person in the portal; `key` is the staff number without zeros, or stands in for one."""

    id: UUID
    key: str
    facts: PersonFacts
    posts: tuple[HeldPost, ...] = ()
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Everything a staff list is compared with."""

    people: dict[str, HeldPerson] = field(default_factory=dict)
    vacancies: tuple[HeldPost, ...] = ()
    units: dict[tuple[str, ...], UUID] = field(default_factory=dict)
    paths: tuple[UnitPath, ...] = ()

    def managers(self, today: date) -> Iterator[tuple[str, str]]:
        """Who reports to whom today, as pairs of keys."""
        for person in self.people.values():
            for post in person.posts:
                if post.facts.manager and post.is_open(today):
                    yield person.key, post.facts.manager
