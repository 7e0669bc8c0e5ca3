"""Contracted: where the hours of somebody's post are others than those the year reckons with.

Pure. Nothing is dated anew because a post changes: whoever runs the year sees what differs, with
its day, and proposes it as a change. What somebody does for a while beside their post (acting up, a
secondment) does not count, nor does a post of which no share of full time is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Protocol

from portal.induction.changing import share_words
from portal.induction.moving import Moves, share_on
from portal.web import days

ONE_DAY = timedelta(days=1)
FULL_TIME = Decimal(1)


class Held(Protocol):
    """A post that somebody holds for a period."""

    started_on: Any
    fte: Any
    basis: Any

    def covers(self, day: date) -> bool:
        """Whether it is held on that day."""


@dataclass(frozen=True)
class Difference:
    """From which day on the post has this share of full time, and the year reckons with that."""

    since: date
    post: Decimal
    year: Decimal

    def words(self, today: date) -> str:
        """The difference as a flag says it."""
        day = days.short(self.since)
        when = f"since {day}" if self.since <= today else f"from {day} on"
        return (
            f"The post has {share_words(self.post)} {when}, "
            f"and the year reckons with {share_words(self.year)}"
        )


def difference(
    posts: Sequence[Held], *, started_on: date, last_on: date, fte: Decimal, moves: Moves,
    today: date,
) -> Difference | None:  # fmt: skip
    """The first day from today on whose post and year differ; None where none does."""
    coming = (post.started_on for post in posts if today < post.started_on <= last_on)
    for day in sorted({max(today, started_on), *coming}):
        post, year = share_of(posts, day), share_on(day, fte, moves.hours)
        if post is not None and post != year:
            return Difference(max(_since(posts, day, post), started_on), post, year)
    return None


def share_of(posts: Iterable[Held], day: date) -> Decimal | None:
    """The share of full time of somebody's own posts on a day, where it is known of all."""
    own = [post.fte for post in posts if post.covers(day) and not post.basis]
    if not own or any(fte is None for fte in own):
        return None
    return min(sum(own, Decimal(0)), FULL_TIME)


def _since(posts: Sequence[Held], day: date, share: Decimal) -> date:
    """The first day from which on the share has been so without a gap."""
    for first in sorted({post.started_on for post in posts if post.started_on <= day})[::-1]:
        day = first
        if share_of(posts, first - ONE_DAY) != share:
            break
    return day
