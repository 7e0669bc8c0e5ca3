"""The board of a cohort: what narrows it, and what stands out in somebody's year, with its reason.

Flags are made of dates and of what is missing; they say nothing about the person.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from portal.induction.progress import Expected, on_day
from portal.induction.waiting import Wait
from portal.induction.wording import calendar_day, ordinary
from portal.web import days as written
from portal.web.arguments import ids
from portal.web.numbers import counted

NOBODY = "nobody"
WAS_DUE, SOON = "was-due", "soon"
DUE = {WAS_DUE: "Something was due", SOON: "Something is due within two weeks"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FEW_WAITING = 8
FILTERS = ("stage", "team", "assessor", "started", "due")
_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which years of a cohort are sought; what is empty leaves nobody out.

    `started` is a month as "2026-09"; `assessor` an id or "nobody"; `stage` the title of one.
    """

    q: str = ""
    stage: str = ""
    team: UUID | None = None
    assessor: str = ""
    started: str = ""
    due: str = ""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> "Sought":
        """What the words behind the question mark of an address ask for; odd ones are left out."""
        started, assessor = address.get("started", ""), address.get("assessor", "")
        known = [NOBODY, *(str(each) for each in ids([assessor]))]
        return cls(
            q=address.get("q", "").strip()[:100],
            stage=address.get("stage", "").strip()[:100],
            team=next(iter(ids([address.get("team", "")])), None),
            assessor=assessor if assessor in known else "",
            started=started if _MONTH.fullmatch(started) else "",
            due=address.get("due", "") if address.get("due", "") in DUE else "",
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set, besides the words of a name."""
        return any((self.stage, self.team, self.assessor, self.started, self.due))

    @property
    def first_days(self) -> tuple[date, date] | None:
        """The first day of the month in which the years began, and of the month after."""
        if not self.started:
            return None
        year, month = int(self.started[:4]), int(self.started[5:])
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


class Due(NamedTuple):
    """Something that an assessor is to do: in which year, whose it is, what, and on which day."""

    induction_id: UUID
    whose: str
    title: str
    day: date


class Waiting(NamedTuple):
    """One thing that waits on the reader: whose and what, on which day, and where it is done."""

    what: str
    day: date
    when: str
    href: str


def waiting_on(
    items: Iterable[Due],
    asked: Iterable[tuple[str, Wait]],
    answers: Sequence[date],
    today: date,
) -> list[Waiting]:
    """What is due by the reader and what others ask of them, oldest first.

    `answers` are the days by which feedback is to be read before it goes on: one line for all.
    """
    found = [
        Waiting(
            f"{item.whose}: {ordinary(item.title)}",
            item.day,
            _by_when(item.day, today),
            f"/inductions/{item.induction_id}",
        )
        for item in items
    ]
    found += [
        Waiting(
            f"{whose}: {each.sentence}".removesuffix("."), each.since, each.when(today), each.href
        )
        for whose, each in asked
    ]
    if answers:
        waits = counted(len(answers), "answer waits", "answers wait")
        what, first = f"{waits.capitalize()} to be read by you first", min(answers)
        found.append(Waiting(what, first, _by_when(first, today), "/feedback-to-read"))
    return sorted(found, key=lambda each: (each.day, each.what))


def _by_when(day: date, today: date) -> str:
    return f"{'Was due on' if day < today else 'Due by'} {written.in_words(day)}"


def month_in_words(key: str) -> str:
    """A month as a filter says it: "2026-09" is "September 2026"."""
    return f"{written.MONTHS[int(key[5:]) - 1]} {key[:4]}"


def months_of(days: Iterable[date]) -> list[tuple[str, str]]:
    """The months in which these days lie, the latest first: each as a key and in words."""
    keys = sorted({f"{day:%Y-%m}" for day in days}, reverse=True)
    return [(key, month_in_words(key)) for key in keys]


def flags(item: Expected | None, *, has_assessor: bool, today: date) -> list[str]:
    """What stands out in a year, each with its reason; empty where nothing does."""
    said = []
    if item is not None and on_day(item) < today:
        said.append(f"{item.title} was due on {calendar_day(on_day(item), today)}")
    if not has_assessor:
        said.append("No assessor is chosen yet")
    return said


def sentence(number: int, more: bool, sought: Sought, said: Mapping[str, str]) -> str:
    """How many years are shown, and by what they are narrowed; `said` has the words of filters."""
    several = more or number != 1
    parts = [f"{number:,}{'+' if more else ''} {'people' if several else 'person'}"]
    if sought.q:
        parts.append(f"found for {sought.q}")
    if words := said.get("team"):
        parts.append(f"in {words}")
    if words := said.get("stage"):
        parts.append(f"in the stage “{ordinary(words)}”")
    if words := said.get("started"):
        parts.append(f"who began in {words}")
    if words := said.get("assessor"):
        parts.append("without an assessor" if sought.assessor == NOBODY else f"assessed by {words}")
    if words := said.get("due"):
        parts.append(f"for whom {ordinary(words)}")
    return f"{' '.join(parts)}."
