"""Facts: what a staff list or the portal says about a person and a post. None is "unknown"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from portal.people.folding import fold

PERSON_LABELS = {
    "staff_number": "Staff number",
    "title": "Title",
    "given_names": "Given names",
    "family_name": "Family name",
    "known_as": "Known as",
    "email": "Work e-mail",
    "registration_number": "Social Work England number",
    "qualified_on": "Qualified on",
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
    qualified_on: date | None = None
    service_started_on: date | None = None
    base: str | None = None
    working_days: str | None = None
    # An address that the file gives to several people: nobody's until it is clear whose.
    claimed_email: str | None = None

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
        return path_key(self.unit), _spelling(self.job_title or "")


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


def said_otherwise(held: Facts, said: Facts, labels: Iterable[str]) -> dict[str, Any]:
    """The fields that are known in `said` and differ from `held`, with their new values.

    A text in which letters were lost replaces nothing that is known.
    """
    return {
        name: value
        for name, value in _differing(held, said, labels)
        if getattr(held, name) is None or not is_lossy(value)
    }


def said_with_lost_letters(held: Facts, said: Facts, labels: Iterable[str]) -> dict[str, Any]:
    """The fields that would differ from `held`, were it not for letters lost on the way."""
    return {
        name: value
        for name, value in _differing(held, said, labels)
        if getattr(held, name) is not None and is_lossy(value)
    }


def matches(held: str, said: str) -> bool:
    """Whether the text is the one held, when each "?" in it stands for a letter."""
    pairs = zip(held, said, strict=False)
    return len(held) == len(said) and all(b in ("?", a) for a, b in pairs)


def is_lossy(value: Any) -> bool:
    """Whether a "?" stands in the text for a letter that a system could not write."""
    return isinstance(value, str) and "?" in value


def is_spelling(held: Any, said: Any) -> bool:
    """Whether both are the same but for capitals, accents and punctuation."""
    if isinstance(held, str) and isinstance(said, str):
        return _spelling(held) == _spelling(said)
    if isinstance(held, tuple) and isinstance(said, tuple):
        return [kind for kind, _ in held] == [kind for kind, _ in said] and all(
            _spelling(one) == _spelling(other)
            for (_, one), (_, other) in zip(held, said, strict=True)
        )
    return False


def _differing(held: Facts, said: Facts, labels: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for name in labels:
        before, after = getattr(held, name), getattr(said, name)
        if after is not None and not _same(before, after):
            yield name, after


@lru_cache(maxsize=4_000)  # few job titles, many people
def _spelling(text: str) -> str:
    return fold(text) or text.casefold()


def _same(held: Any, said: Any) -> bool:
    """Whether both say the same; a "?" in the file stands for any letter that it lost."""
    if isinstance(held, str) and isinstance(said, str) and "?" in said:
        return matches(held, said)
    if isinstance(held, tuple) and isinstance(said, tuple):
        return path_key(held) == path_key(said)
    return bool(held == said)
