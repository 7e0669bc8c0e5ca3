"""Facts: what a staff list or the portal says about a person and a post. None is "unknown"."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

PERSON_LABELS = {
    "staff_number": "Staff number",
    "title": "Title",
    "given_names": "Given names",
    "family_name": "Family name",
    "known_as": "Known as",
    "email": "Work e-mail",
    "registration_number": "Social Work England number",
    "service_started_on": "Continuous service",
    "base": "Base",
    "working_days": "Working days",
}
POST_LABELS = {
    "job_title": "Job title",
    "unit": "Team",
    "grade": "Grade",
    "scp": "Spinal column point",
    "fte": "Full-time equivalent",
    "hours": "Hours a week",
    "contract": "Contract",
    "cost_code": "Cost code",
    "started_on": "Post started on",
    "ended_on": "Post ends on",
    "manager": "Manager",
}

UnitPath = tuple[tuple[str, str], ...]
"""Where a post stands, from the top: (("directorate", "…"), ("service", "…"), ("team", "…"))."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is said about a person, whatever posts they hold."""

    staff_number: str | None = None
    title: str | None = None
    given_names: str | None = None
    family_name: str | None = None
    known_as: str | None = None
    email: str | None = None
    registration_number: str | None = None
    service_started_on: date | None = None
    base: str | None = None
    working_days: str | None = None

    @property
    def name(self) -> str:
        first = self.known_as or self.given_names or ""
        return f"{first} {self.family_name or ''}".strip()


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What is said about a post; `manager` is the key of a person (see `person_key`)."""

    unit: UnitPath
    job_title: str | None = None
    grade: str | None = None
    scp: str | None = None
    fte: Decimal | None = None
    hours: Decimal | None = None
    contract: str | None = None
    cost_code: str | None = None
    started_on: date | None = None
    ended_on: date | None = None
    manager: str | None = None

    @property
    def place(self) -> tuple[tuple[str, ...], str]:
        """The team and the job, by which two sayings about one post are recognised."""
        return path_key(self.unit), (self.job_title or "").casefold()


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a file says otherwise, in words for the person who looks at it."""

    label: str
    before: str
    after: str


Facts = TypeVar("Facts", PersonFacts, PostFacts)


def path_key(path: UnitPath) -> tuple[str, ...]:
    """A place in the tree of units, without case: kind and name in turn, from the top."""
    return tuple(part for kind, name in path for part in (kind, name.casefold()))


def said_otherwise(held: Facts, said: Facts, labels: dict[str, str]) -> dict[str, Any]:
    """The fields that are known in `said` and differ from `held`, with their new values."""
    return {
        each.name: getattr(said, each.name)
        for each in fields(said)
        if each.name in labels
        and getattr(said, each.name) is not None
        and not _same(getattr(held, each.name), getattr(said, each.name))
    }


def _same(held: Any, said: Any) -> bool:
    """Whether both say the same; a "?" in the file stands for any letter that it lost."""
    if isinstance(held, str) and isinstance(said, str) and "?" in said:
        pairs = zip(held, said, strict=False)
        return len(held) == len(said) and all(b in ("?", a) for a, b in pairs)
    if isinstance(held, tuple) and isinstance(said, tuple):
        return path_key(held) == path_key(said)
    return bool(held == said)
