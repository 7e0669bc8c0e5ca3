"""A programme as values: its stages, its items with their kinds, and what it promises."""

from collections.abc import Mapping
from dataclasses import dataclass

OWNERS = ("nqsw", "assessor", "both", "manager", "coordinator", "panel")
WEEK, MONTH, WORKING_DAY = "week", "month", "working day"


@dataclass(frozen=True)
class Span:
    """A length of time: so many weeks, months or working days."""

    number: int
    unit: str


@dataclass(frozen=True)
class Kind:
    """A kind of item, with the words to count it by and the word for one that took place."""

    key: str
    one: str
    many: str
    done: str
    is_counted: bool


@dataclass(frozen=True)
class Item:
    """One thing that belongs to the year: what it is, whose, and by when.

    `due` is counted from the first day of the year; working days are counted from its last.
    """

    code: str
    kind: str
    title: str
    stage: str
    owner: str
    due: Span
    is_pro_rata: bool = True
    is_optional: bool = False
    is_local: bool = False


@dataclass(frozen=True)
class Stage:
    """A part of the year, from the end of one month to the end of another."""

    key: str
    title: str
    from_month: int
    to_month: int


@dataclass(frozen=True)
class Rhythm:
    """How often supervision is promised, up to the end of a week or a month."""

    every: Span
    until: Span


@dataclass(frozen=True)
class Entitlement:
    """A promise made to everyone on the programme."""

    key: str
    title: str
    promise: str


@dataclass(frozen=True)
class Programme:
    """A whole induction programme. A person keeps the version that they started with."""

    key: str
    version: str
    name: str
    short_name: str
    source: str
    standards: str
    weeks: int
    months: int
    kinds: Mapping[str, Kind]
    stages: tuple[Stage, ...]
    items: tuple[Item, ...]
    supervision: tuple[Rhythm, ...]
    entitlements: tuple[Entitlement, ...]
