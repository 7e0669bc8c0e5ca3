"""Tenure: since when somebody has been in a job without a gap.

A change of team, grade, hours or manager ends a row and begins the next, so the first day of one
row says nothing: contiguous rows are read together. Rows of the same job are those whose titles
fold to the same words; two posts at once are one time, counted once.

Parental and sick leave count: days away are no part of the rule, and cannot shorten a time. (This
portal's plan, 2026: "Parental and sick leave count towards time in role unless a published local
rule says otherwise".)

Shapes: rows are `Stint`s, days are dates, both ends of a row count. Units: days. Raises nothing;
None means that the person is not in the job on that day.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from portal.people.folding import fold

ONE_DAY = timedelta(days=1)


class Stint(Protocol):
    """A row of somebody's posts over time."""

    @property
    def job_title(self) -> str:
        """What the job is called."""

    @property
    def started_on(self) -> date:
        """The first day of the row."""

    @property
    def ended_on(self) -> date | None:
        """The last day of the row, once it is known."""


def in_job_since(held: Iterable[Stint], job_title: str, day: date) -> date | None:
    """The day since which somebody has been in a job of this title without a gap, seen on `day`.

    Where the unbroken run of its rows that reaches `day` began; rows that begin later wait.
    """
    job = fold(job_title)
    since: date | None = None
    reach = date.min
    begun = (each for each in held if each.started_on <= day and fold(each.job_title) == job)
    for stint in sorted(begun, key=lambda each: each.started_on):
        if since is None or stint.started_on - ONE_DAY > reach:
            since = stint.started_on
        reach = max(reach, stint.ended_on or date.max)
    return since if reach >= day else None
