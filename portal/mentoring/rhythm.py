"""How often a pair means to meet, what comes next for it, and who hears when it has gone quiet.

Shapes: days are `datetime.date`, periods are `Dated` (both ends count, no end means "not known
yet"). Units: days, and whole weeks in the words. Raises nothing. Source: reflective supervision is
held "at least monthly" after the first half year (post-qualifying framework for child and family
social workers, 2026). Four weeks is what is borrowed from it where neither the scheme nor the pair
has agreed on another gap. A pair that goes quiet hears it first, the coordinator after an agreed
gap (the portal's domain notes, capability 39).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from portal.period import Dated, covers
from portal.web import days

WEEKS: Final = 4
"""How many weeks lie between two sessions where nothing else is agreed."""
MORE: Final = 2
"""After how many more weeks the coordinator hears where nothing else is agreed."""
ONE_DAY = timedelta(days=1)

NOBODY: Final = "nobody"
PAIR: Final = "pair"
COORDINATOR: Final = "coordinator"


@dataclass(frozen=True)
class Step:
    """What comes next for a pair, and whether it asks for something now."""

    words: str
    is_due: bool


@dataclass(frozen=True)
class Pair:
    """What the rule knows of a pair: when it last met (or began), and what is agreed.

    `stops` are days that do not count: days away of either, and pauses. `next_on` is a day that
    the two have agreed on. `told_on` says when the two heard in this quiet spell, and
    `coordinator_told_on` when the coordinator did.
    """

    since_on: date
    weeks: int = WEEKS
    more: int = MORE
    stops: tuple[Dated, ...] = ()
    next_on: date | None = None
    told_on: date | None = None
    coordinator_told_on: date | None = None


def next_step(
    last_on: date | None,
    started_on: date,
    today: date,
    weeks: int = WEEKS,
    next_on: date | None = None,
) -> Step:
    """What comes next: the session that is planned, a first one, another one, or nothing yet."""
    if next_on is not None and next_on < today:
        return Step(f"Planned for {days.short(next_on)}: log it or move it", is_due=True)
    if next_on is not None:
        return Step("Meet today" if next_on == today else f"Meet on {days.short(next_on)}", False)
    if last_on is None:
        if started_on > today:
            return Step("Not started yet", is_due=False)
        return Step("Arrange a first session", is_due=True)
    if today >= due_on(last_on, started_on, weeks):
        return Step(f"Arrange the next session: {ago(today - last_on)}", is_due=True)
    return Step("Nothing due", is_due=False)


def covered_step(who_covers: str) -> Step:
    """What comes next while another covers: nothing that asks for anything."""
    return Step(f"{who_covers} covers for you", is_due=False)


def due_on(
    last_on: date | None, started_on: date, weeks: int = WEEKS, next_on: date | None = None
) -> date:
    """The day on which, or by which, the two mean to meet: at once where they never did."""
    if next_on is not None:
        return next_on
    return started_on if last_on is None else last_on + timedelta(weeks=weeks)


def ago(since: timedelta) -> str:
    """How long ago they last met: in days up to two weeks, in whole weeks beyond."""
    if since.days < 1:
        return "met today"
    if since.days == 1:
        return "met yesterday"
    if since.days < 14:
        return f"met {since.days} days ago"
    return f"met {since.days // 7} weeks ago"


def days_counted(since: date, today: date, stops: Collection[Dated]) -> int:
    """How many days after `since`, up to and with today, no stop covers."""
    if not stops:
        return max(0, (today - since).days)  # as with most pairs
    counted, upto = 0, since
    for first, last in sorted((each.started_on, each.ended_on or date.max) for each in stops):
        counted += max(0, (min(first - ONE_DAY, today) - upto).days)
        upto = max(upto, min(last, today))
    return counted + max(0, (today - upto).days)


def rests(pair: Pair, today: date) -> bool:
    """Whether today does not count for this pair: it is paused, or one of the two is away."""
    return any(covers(stop, today) for stop in pair.stops)


def is_within(pair: Pair, today: date) -> bool:
    """Whether the two met, or began, no longer ago than is agreed."""
    return days_counted(pair.since_on, today, pair.stops) <= pair.weeks * 7


def who_hears(pair: Pair, today: date) -> str:
    """Who is told today that a pair has gone quiet: the two first, the coordinator later, once.

    Nobody is told on a day that does not count, or while a day is agreed that is still to come.
    """
    is_arranged = pair.next_on is not None and pair.next_on >= today
    if rests(pair, today) or is_arranged or is_within(pair, today):
        return NOBODY
    if pair.told_on is None:
        return PAIR
    waited = days_counted(pair.told_on, today, pair.stops)
    if pair.coordinator_told_on is None and waited >= pair.more * 7:
        return COORDINATOR
    return NOBODY
