"""Plan: what bringing a staff list in would do, row by row in words, and as values to write."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from portal.people.staff_list.facts import Change, PersonFacts, PostFacts, UnitPath

ADDED, CHANGED, ENDED, UNCHANGED = "added", "changed", "ended", "unchanged"
REFUSED, PASSED_OVER = "refused", "passed over"
KINDS = (ADDED, CHANGED, ENDED, UNCHANGED, REFUSED, PASSED_OVER)
NOTED = "noted"
# When more than this share of the people who work here would leave, it is asked again.
MANY_LEAVERS = 0.05


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one row, or of somebody who is not in the file (without a number)."""

    number: int | None
    kind: str
    name: str
    sentences: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post to add; `holder` is the key of its person, None when it stands vacant.

    `began_on` is the day it counts from, where that is not its first day. `before` is the held
    post that gives way to it; `is_same` when the same post goes on under other terms.
    """

    holder: str | None
    facts: PostFacts
    began_on: date | None = None
    basis: str = ""
    before: UUID | None = None
    is_same: bool = False


@dataclass(slots=True)
class Plan:
    """Everything that would be written. People are named by their keys, held ones by id."""

    entries: list[Entry] = field(default_factory=list)
    units: list[UnitPath] = field(default_factory=list)
    people: dict[str, PersonFacts] = field(default_factory=dict)
    # New people whose posts have all ended: they come in as having left on this day.
    people_left: dict[str, date] = field(default_factory=dict)
    person_changes: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    # An address that the file gives to several held people; None where that is over.
    claims: dict[UUID, str | None] = field(default_factory=dict)
    posts: list[NewPost] = field(default_factory=list)
    post_changes: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    post_ends: dict[UUID, date] = field(default_factory=dict)
    leavers: dict[UUID, date] = field(default_factory=dict)
    returners: set[UUID] = field(default_factory=set)
    changed_people: set[UUID] = field(default_factory=set)
    # People whom the portal holds without a staff number, by the keys that this plan uses.
    recognised: dict[str, UUID] = field(default_factory=dict)
    working_here: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the portal already knows all that the file says."""
        return not any(self._written())

    @property
    def leavers_share(self) -> float:
        """How many of the people who work here would leave, from 0 to 1."""
        return len(self.leavers) / self.working_here if self.working_here else 0.0

    @property
    def has_many_leavers(self) -> bool:
        """Whether so many would leave that it is better to ask again."""
        return self.leavers_share > MANY_LEAVERS

    def counts(self) -> dict[str, int]:
        """People and posts that would be added, changed or ended, and rows of each other kind."""
        rows = Counter(entry.kind for entry in self.entries)
        giving_way = {new.before for new in self.posts}
        return {
            "people_added": len(self.people),
            "people_changed": len(self.changed_people),
            "people_left": len(self.leavers),
            "people_returned": len(self.returners),
            "posts_added": len(self.posts),
            "posts_changed": len(self.post_changes) + sum(new.is_same for new in self.posts),
            "posts_ended": len(self.post_ends.keys() - giving_way),
            "vacant": sum(post.holder is None for post in self.posts),
            "units_added": len(self.units),
            "rows_unchanged": rows[UNCHANGED],
            "rows_refused": rows[REFUSED],
            "rows_passed_over": rows[PASSED_OVER],
        }

    def digest(self) -> str:
        """A short mark of the plan: another one when the portal has changed since."""
        return sha256(repr((self.entries, *self._written())).encode()).hexdigest()[:32]

    def showing(self, kind: str) -> list[Entry]:
        """The rows of one kind, those with something to look at, or all, in the file's order."""
        if kind == NOTED:
            return [entry for entry in self.entries if entry.notes]
        return [entry for entry in self.entries if kind not in KINDS or entry.kind == kind]

    def _written(self) -> tuple[Any, ...]:
        people = (self.people, self.people_left, self.person_changes, self.claims)
        leaving = (self.leavers, sorted(self.returners))
        return (*people, *leaving, self.posts, self.post_changes, self.post_ends, self.units)
