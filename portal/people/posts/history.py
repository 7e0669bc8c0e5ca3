"""Posts over time in words: what changed from which day, and what it was before.

A row continues another when it begins the day after that one ended and both count from the same
day (`began_on`); of several that could be meant, the one that differs least. Shapes: rows are
`Told`, latest first, as pages list them. Raises nothing. Source: this portal's plan (2026).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Protocol

from portal.web import days

ONE_DAY = timedelta(days=1)
FACTS = ("unit_id", "job_title", "grade", "fte", "hours", "contract", "manager_id")


class Told(Protocol):
    """A row of somebody's posts, with the names of its unit and manager."""

    @property
    def started_on(self) -> date:
        """The first day of the row."""

    @property
    def ended_on(self) -> date | None:
        """The last day of the row, once it is known."""

    @property
    def began_on(self) -> date | None:
        """The day from which the post counts, through every change."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as a page shows it: its terms, what changed with it, and whether it is today's."""

    post: Any
    terms: str
    change: str
    when: str
    tone: str


def lines(posts: Sequence[Any], today: date) -> list[Line]:
    """The rows in their order, each with what changed in it."""
    return [
        Line(post, terms(post), _change(post, before_of(post, posts)), *_when(post, today))
        for post in posts
    ]


def before_of(post: Any, posts: Iterable[Any]) -> Any | None:
    """The row that this one continues, if it continues any."""
    earlier = [
        each
        for each in posts
        if each.ended_on == post.started_on - ONE_DAY and _counts_from(each) == _counts_from(post)
    ]
    return min(earlier, key=lambda each: _unlike(each, post), default=None)


def after_of(post: Any, posts: Iterable[Any]) -> Any | None:
    """The row that continues this one, if any does."""
    held = list(posts)
    return next((each for each in held if before_of(each, held) is post), None)


def share(fte: Decimal | None) -> str:
    """A share of full time as people say it."""
    if fte is None:
        return ""
    return "full time" if fte == 1 else f"{(fte * 100).normalize():f}% of full time"


def terms(post: Any) -> str:
    """Share, hours, grade and contract of a row, those that are known."""
    hours = f"{post.hours.normalize():f} hours a week" if post.hours is not None else ""
    grade = f"grade {post.grade}" if post.grade else ""
    return " · ".join(filter(None, [share(post.fte), hours, grade, post.contract, post.basis]))


def _unlike(one: Any, other: Any) -> int:
    return sum(getattr(one, name) != getattr(other, name) for name in FACTS)


def _counts_from(post: Told) -> date:
    return post.began_on or post.started_on


def _when(post: Told, today: date) -> tuple[str, str]:
    if post.started_on > today:
        return f"From {days.short(post.started_on)}", "soon"
    if post.ended_on is not None and post.ended_on < today:
        return "Ended", "quiet"
    return "Today", "good"


def _change(post: Any, before: Any | None) -> str:
    if before is None:
        return ""
    told = "; ".join(f"{now}, before that {then}" for then, now in _differences(before, post))
    return f"From {days.short(post.started_on)}: {told}." if told else ""


def _differences(before: Any, after: Any) -> list[tuple[str, str]]:
    pairs = zip(_said(before), _said(after), strict=True)
    return [(then, now) for then, now in pairs if then != now]


def _said(post: Any) -> tuple[str, ...]:
    """Every fact that may change, in the words of a sentence."""
    hours = f"{post.hours.normalize():f} hours a week" if post.hours is not None else ""
    return (
        post.unit.name,
        post.job_title,
        f"grade {post.grade}" if post.grade else "no grade known",
        share(post.fte) or "no share of full time known",
        hours or "no hours known",
        f"a {post.contract} contract" if post.contract else "no contract known",
        f"manager {post.manager.name}" if post.manager else "no manager known",
    )
