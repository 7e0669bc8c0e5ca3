"""Who is newly qualified here: one answer for every page that asks.

Pure. Somebody is newly qualified on a day who
- holds the role of newly qualified social worker on it; or
- qualified within the year before it; or
- holds, or is about to take up, a post whose title says so (`newly_qualified.toml`), since less
  than a year, where the day of qualifying is not known to lie further back.
A title outlives the first year in many payroll systems, so alone it counts for a year from the day
the job was taken up. Whoever enrols can still find anybody by name. `queries.newly_qualified` asks
the same in bulk, and a test holds the two together. Units: days; a year is 365 of them. Source: the
first year of the ASYE (GOV.UK framework, 2026); the year's grace for titles is the portal's own.
"""

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

ROLE = "nqsw"
A_YEAR = timedelta(days=365)
WORDS: tuple[str, ...] = tuple(
    tomllib.loads((Path(__file__).with_suffix(".toml")).read_text("utf-8"))["words"]
)


class Somebody(Protocol):
    """A person, as far as the question goes."""

    @property
    def qualified_on(self) -> date | None:
        """The day of the qualifying award, if it is known."""

    def has_role(self, *roles: str) -> bool:
        """Whether they hold one of these roles today."""


class Job(Protocol):
    """A post, as far as the question goes."""

    @property
    def job_title(self) -> str:
        """What the job is called."""

    @property
    def started_on(self) -> date:
        """The first day of this row."""

    @property
    def ended_on(self) -> date | None:
        """Its last day, once that is known."""

    @property
    def began_on(self) -> date | None:
        """The day on which the job was taken up, where that was earlier."""


def is_newly_qualified(person: Somebody, posts: Iterable[Job], day: date) -> bool:
    """Whether the person is newly qualified on a day (the day of their roles: today)."""
    if person.has_role(ROLE) or _is_recent(person.qualified_on, day):
        return True
    if person.qualified_on is not None and person.qualified_on <= day:
        return False
    return any(_is_first_job(post, day) for post in posts)


def says_so(job_title: str) -> bool:
    """Whether a job title says that its holder is newly qualified."""
    written = job_title.lower()
    return any(words in written for words in WORDS)


def _is_recent(qualified_on: date | None, day: date) -> bool:
    return qualified_on is not None and day - A_YEAR < qualified_on <= day


def _is_first_job(post: Job, day: date) -> bool:
    goes_on = post.ended_on is None or post.ended_on >= day
    return goes_on and (post.began_on or post.started_on) > day - A_YEAR and says_so(post.job_title)
