"""Relief of a coach from casework: how much, which months are to be told of, who hears when.

Pure. Shapes: a month is its first day (`datetime.date`); what became of months is a mapping from
that day to "given" or "not given". Units: points (a full load is 100) or hours a week. Raises
nothing. A month that was not given is the coach's to know first: others hear of it a week later.
Source: this portal's plan for a coach's relief (2026, N13); points as in `teams.workload`.
"""

from collections.abc import Mapping
from datetime import date, timedelta

MEASURES = {"points": "points", "hours": "hours a week"}
MOST = 100
COACH_FIRST = timedelta(days=7)
"""So long only the coach and their manager know of a month that was not given."""


def in_words(measure: str, amount: int) -> str:
    """How much it is: "20 points less of casework", "1 hour a week less of casework"."""
    what = MEASURES[measure]
    if amount == 1:
        what = what.replace("points", "point").replace("hours", "hour")
    return f"{amount} {what} less of casework"


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return month_of(month + timedelta(days=31))


def months(started_on: date, ended_on: date | None, today: date, most: int = 24) -> list[date]:
    """The months of a relief of which something can be said today, latest first.

    Each month that it covers a day of and that has begun; two years of them at most.
    """
    last = min(ended_on or today, today)
    found: list[date] = []
    month = month_of(last)
    while month >= month_of(started_on) and len(found) < most:
        found.append(month)
        month = month_of(month - timedelta(days=1))
    return found


def unsaid(months: list[date], became: Mapping[date, str], today: date) -> list[date]:
    """The months that are over and of which nobody has said what became of them, first to last."""
    return sorted(m for m in months if m not in became and next_month(m) <= today)


def is_for_others(became: str, said_on: date, today: date) -> bool:
    """Whether others than the coach and their manager may know what became of a month."""
    return became != "not given" or said_on + COACH_FIRST <= today
