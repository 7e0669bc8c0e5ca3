"""What a model of a team is made of: role slots, rules, rhythms, decisions, kinds of task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.people.folding import fold

# The kinds of rule that the portal can check.
EXPERIENCED, NEWLY_QUALIFIED = "experienced", "newly-qualified"
RULE_KINDS = (EXPERIENCED, NEWLY_QUALIFIED)


@dataclass(frozen=True)
class Slot:
    """A role in a team: how many posts of it there should be, and the job titles that fill it.

    `is_qualified` says that whoever holds it is a qualified social worker. A support role names
    the slot under whose direction it works.
    """

    key: str
    title: str
    number: int
    titles: tuple[str, ...]
    is_qualified: bool = False
    directed_by: str = ""
    says: str = ""


@dataclass(frozen=True)
class Rule:
    """Something that a team of this model keeps to, with where it is from.

    `experienced`: at least `people` permanent staff in qualified roles, of whom at least
    `experienced` qualified more than `months` ago. `newly-qualified`: for each person who
    qualified more than `months` ago at most `people` who qualified within the last year.
    """

    kind: str
    words: str
    people: int
    experienced: int = 0
    months: int = 24
    source: str = ""


@dataclass(frozen=True)
class Rhythm:
    """A meeting that belongs to the model: what it is, and every how many weeks."""

    title: str
    weeks: int
    says: str = ""


@dataclass(frozen=True)
class Decision:
    """One line of the scheme of delegation: who decides, who is asked first, who is told."""

    title: str
    decides: str
    asked: str = ""
    told: str = ""


@dataclass(frozen=True)
class Task:
    """A kind of task that a support role takes on under a social worker's direction."""

    key: str
    title: str
    slot: str


@dataclass(frozen=True)
class Model:
    """A kind of team, with what makes it one."""

    key: str
    title: str
    says: str
    source: str
    slots: tuple[Slot, ...]
    rules: tuple[Rule, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Slot]:
        """The slots by their key."""
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def by_title(self) -> Mapping[str, Slot]:
        """The slot that each job title fills, by the title without capitals or accents."""
        return {fold(title): slot for slot in self.slots for title in (slot.title, *slot.titles)}

    @property
    def posts(self) -> int:
        """How many posts a whole team of this model has."""
        return sum(slot.number for slot in self.slots)

    def slot_of(self, job_title: str) -> Slot | None:
        """The slot that a post of this title fills, if there is one."""
        if job_title not in self._seen:  # a list asks for the same few titles thousands of times
            self._seen[job_title] = self.by_title.get(fold(job_title))
        return self._seen[job_title]

    @cached_property
    def _seen(self) -> dict[str, Slot | None]:
        return {}
