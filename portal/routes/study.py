"""Study days: on which days somebody on a route is away from the desk to study.

Pure. One weekday a week, without bank holidays, pauses and days away: who is on leave on a study
day studies another week, and nothing is made up for it. Weekdays: 0 is Monday, 4 is Friday.
Source: the apprenticeship's time away from the desk, commonly a day a week; which is local.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from portal.period import Dated, covers
from portal.working_days import is_working_day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
WEEK = timedelta(days=7)


def study_days(
    weekday: int | None,
    first: date,
    last: date,
    *,
    away: Sequence[Dated] = (),
    nation: str = "ENG",
) -> Iterator[date]:
    """The study days from one day to another, both included, in their order; none on days away."""
    if weekday is None:
        return
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        if is_working_day(day, nation) and not any(covers(each, day) for each in away):
            yield day
        day += WEEK


def coming(
    weekday: int | None,
    today: date,
    last: date,
    *,
    away: Sequence[Dated] = (),
    nation: str = "ENG",
    at_most: int = 4,
) -> list[date]:
    """The next few study days, today's included."""
    return list(islice(study_days(weekday, today, last, away=away, nation=nation), at_most))
