"""A programme as values: its stages, its items with their kinds, and what it promises.

What a file leaves out has the value that promises nothing: no share, no rhythm, no rule. Whatever
is `is_local` is local practice or not published yet, and is said to be so wherever it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

OWNERS = ("nqsw", "assessor", "both", "manager", "coordinator", "panel")
TASK_OWNERS = ("nqsw", "manager", "it", "hr", "coach", "coordinator", "assessor")
NATIONS = ("ENG", "WLS", "SCT", "NIR")
WRITTEN = ("reflection", "plan", "self_assessment")  # kinds of items that are written here
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
    `words` and `minutes` are what a piece of writing is usually about: a guide, 0 where none is
    given.
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
    words: int = 0
    minutes: int = 0


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
    is_local: bool = False


@dataclass(frozen=True)
class Entitlement:
    """A promise made to everyone on the programme."""

    key: str
    title: str
    promise: str


@dataclass(frozen=True)
class Workload:
    """The load carried: a share of a full one over the whole time, and a ramp towards it.

    `share` is more than 0 and at most 1. `ramp` holds the percent of a full load in points, one
    number a month from the first; its mean is the share. Empty: no ramp is laid down.
    """

    share: Decimal
    ramp: tuple[int, ...] = ()
    is_local: bool = False


@dataclass(frozen=True)
class GroupDays:
    """Days with others on the programme: how many in all, and how often where that is said."""

    number: int
    every: Span | None = None
    is_local: bool = False


@dataclass(frozen=True)
class NotAlone:
    """A kind of work that nobody does alone up to the end of that month."""

    key: str
    title: str
    until_month: int
    is_local: bool = False


@dataclass(frozen=True)
class Eligibility:
    """Who may start: within so many years of qualifying (None: no window), registered or not.

    `funding` says in a sentence who pays, where anybody does.
    """

    within_years: int | None = None
    is_registration_needed: bool = True
    funding: str = ""


@dataclass(frozen=True)
class ReviewPart:
    """One part of the record of a review: what it is about, and who writes it."""

    key: str
    title: str
    owner: str
    prompt: str = ""


@dataclass(frozen=True)
class Task:
    """Something to do before day one or in the first weeks.

    `due` is a number of working days from day one: -5 is five before it, 0 is day one itself.
    """

    key: str
    title: str
    owner: str
    due: int

    @property
    def is_before(self) -> bool:
        """Whether it belongs to the time before day one."""
        return self.due < 0


@dataclass(frozen=True)
class Programme:
    """A whole induction programme. A person keeps the version that they started with.

    `standards` names the framework in words; `standards_key` is its key among the frameworks that
    the portal holds, or empty. `development_time` is a share of the working week. `outcome_words`
    gives each way in which the programme can end its words; empty where nothing is decided.
    `not_published` holds a sentence for each thing that its source has not settled yet. One that
    is not `is_offered` takes nobody until the coordinator says so; the `is_usual` one is chosen
    where nobody has chosen another; an `is_later` one continues what an earlier one began.
    """

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
    nation: str = "ENG"
    standards_key: str = ""
    development_time: Decimal = Decimal(0)
    workload: Workload | None = None
    group_days: GroupDays | None = None
    not_alone: tuple[NotAlone, ...] = ()
    eligibility: Eligibility = Eligibility()
    reviews: tuple[ReviewPart, ...] = ()
    outcome_words: Mapping[str, str] = field(default_factory=dict)
    first_weeks: tuple[Task, ...] = ()
    not_published: tuple[str, ...] = ()
    about: str = ""
    is_offered: bool = True
    is_usual: bool = False
    is_later: bool = False

    def length_of(self, code: str) -> tuple[int, int]:
        """About how many words and minutes the item of that code takes; 0 where it is not said."""
        found = (item for item in self.items if item.code == code)
        return next(((item.words, item.minutes) for item in found), (0, 0))
