"""How long it is since two people met, in plain words and without a judgement.

Shapes: days are `datetime.date`. Units: days, and whole weeks in the words. Raises nothing.
Source: reflective supervision is held "at least monthly" after the first half year (post-
qualifying framework for child and family social workers, 2026). Four weeks is what these
words borrow from it, until each pair agrees on a frequency of its own.
"""

from dataclasses import dataclass
from datetime import date, timedelta

QUIET_AFTER = timedelta(weeks=4)


@dataclass(frozen=True)
class Step:
    """What comes next for a pair, and whether it asks for something now."""

    words: str
    is_due: bool


def next_step(last_on: date | None, started_on: date, today: date) -> Step:
    """What comes next: a first session, another one, or nothing yet."""
    if last_on is None:
        if started_on > today:
            return Step("Not started yet", is_due=False)
        return Step("Arrange a first session", is_due=True)
    since = today - last_on
    if since >= QUIET_AFTER:
        return Step(f"Arrange the next session: {ago(since)}", is_due=True)
    return Step("Nothing due", is_due=False)


def ago(since: timedelta) -> str:
    """How long ago they last met: in days up to two weeks, in whole weeks beyond."""
    if since.days < 1:
        return "met today"
    if since.days == 1:
        return "met yesterday"
    if since.days < 14:
        return f"met {since.days} days ago"
    return f"met {since.days // 7} weeks ago"
