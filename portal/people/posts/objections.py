"""What stands against a change of posts over time, in sentences beside the field.

A change begins after the row it ends, and before the row is over: what was always so is a
correction. Nobody holds the same job in the same unit twice on one day; two different posts at
once are usual. Shapes: rows are `Held`, days are dates. Raises nothing: an empty sentence means
that nothing stands against it. Source: this portal's plan for posts over time (2026).
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from portal.people.folding import fold
from portal.period import Dated, covers, overlaps
from portal.web import days

FURTHEST_YEARS = 5


class Held(Dated, Protocol):
    """A post as far as two of them may be the same."""

    @property
    def unit_id(self) -> UUID:
        """The unit it stands in."""

    @property
    def job_title(self) -> str:
        """What the job is called."""


def objection_to_change(from_on: date, row: Dated) -> str:
    """Why a row cannot be otherwise from this day on."""
    if from_on <= row.started_on:
        began = days.short(row.started_on)
        return f"This began on {began}. For a change choose a later day, or correct it instead"
    if row.ended_on is not None and from_on > row.ended_on:
        return f"This ends on {days.short(row.ended_on)}. Choose a day until then"
    return ""


def objection_to_end(last_on: date, row: Dated) -> str:
    """Why a row cannot end on this day."""
    if last_on >= row.started_on:
        return ""
    began = days.short(row.started_on)
    return f"This began on {began}. Choose that day or a later one"


def objection_to_last_day(basis: str) -> str:
    """Why the last day of acting up or a secondment is not moved here, once it has one.

    Its roles go with it, the person is told, and nobody lengthens their own: that is what its own
    page sees to.
    """
    if not basis:
        return ""
    return f"This is {basis}. Change its last day from the page about the person"


def objection_to_day(day: date, today: date) -> str:
    """Why a day is too far off to be meant."""
    if day.year <= today.year + FURTHEST_YEARS:
        return ""
    return f"That is more than {FURTHEST_YEARS} years ahead. Check the year"


class Shared(Dated, Protocol):
    """A post as far as it is a share of somebody's week."""

    @property
    def fte(self) -> Decimal | None:
        """Its share of full time; None where it is not known."""

    @property
    def basis(self) -> str:
        """What brought somebody into it; empty for their own post."""


def more_than_full_time(post: Shared, others: Iterable[Shared]) -> bool:
    """Whether posts that share days come to more than full time with this one.

    Who acts up or is on a secondment keeps their own post meanwhile, and a share that is not known
    counts as none: neither is held against anybody.
    """
    if post.basis or post.fte is None:
        return False
    beside = [each for each in others if not each.basis and each.fte and overlaps(post, each)]
    days = {max(post.started_on, each.started_on) for each in beside}
    together = (
        sum((each.fte for each in beside if each.fte and covers(each, day)), post.fte)
        for day in days
    )
    return any(share > 1 for share in together)


def same_at_once(post: Held, others: Iterable[Held]) -> Held | None:
    """Another post of the same job in the same unit that shares a day with this one."""
    job = fold(post.job_title)
    return next(
        (
            other
            for other in others
            if other.unit_id == post.unit_id
            and fold(other.job_title) == job
            and overlaps(post, other)
        ),
        None,
    )
