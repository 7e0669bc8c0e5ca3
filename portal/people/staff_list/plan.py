"""Plan: what bringing a staff list in would do, row by row in words, and as values to write."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from portal.people.staff_list.facts import Change, PersonFacts, PostFacts, UnitPath

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"
REFUSED, PASSED_OVER = "refused", "passed over"
KINDS = (ADDED, CHANGED, UNCHANGED, REFUSED, PASSED_OVER)
NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one row."""

    number: int
    kind: str
    name: str
    sentences: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post to add; `holder` is the key of its person, None when it stands vacant."""

    holder: str | None
    facts: PostFacts


@dataclass(slots=True)
class Plan:
    """Everything that would be written. People are named by their keys, held ones by id."""

    entries: list[Entry] = field(default_factory=list)
    units: list[UnitPath] = field(default_factory=list)
    people: dict[str, PersonFacts] = field(default_factory=dict)
    person_changes: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    posts: list[NewPost] = field(default_factory=list)
    post_changes: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    post_ends: dict[UUID, date] = field(default_factory=dict)
    changed_people: set[UUID] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        """Whether the portal already knows all that the file says."""
        return not (
            self.people
            or self.posts
            or self.person_changes
            or self.post_changes
            or self.post_ends
            or self.units
        )

    def counts(self) -> dict[str, int]:
        """People and posts that would be added or changed, and rows of each other kind."""
        rows = Counter(entry.kind for entry in self.entries)
        return {
            "people_added": len(self.people),
            "people_changed": len(self.changed_people),
            "posts_added": len(self.posts),
            "vacant": sum(post.holder is None for post in self.posts),
            "units_added": len(self.units),
            "rows_unchanged": rows[UNCHANGED],
            "rows_refused": rows[REFUSED],
            "rows_passed_over": rows[PASSED_OVER],
        }

    def digest(self) -> str:
        """A short mark of the plan: another one when the portal has changed since."""
        people = (self.people, self.person_changes)
        posts = (self.posts, self.post_changes, self.post_ends)
        written = (self.entries, self.units, people, posts)
        return sha256(repr(written).encode()).hexdigest()[:32]

    def showing(self, kind: str) -> list[Entry]:
        """The rows of one kind, those with something to look at, or all, in the file's order."""
        if kind == NOTED:
            return [entry for entry in self.entries if entry.notes]
        return [entry for entry in self.entries if kind not in KINDS or entry.kind == kind]
