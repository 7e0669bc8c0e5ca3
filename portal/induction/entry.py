"""Entry: what stands against somebody's starting an induction year on a day.

Pure. Each objection is a sentence for the coordinator. Part-time people have longer years, so the
day on which a year would be over depends on the hours. Source: GOV.UK ASYE framework 2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal import period
from portal.induction import calendar
from portal.induction.programmes.template import Programme
from portal.web import days

FURTHEST_AHEAD = timedelta(days=366)


class NotPossibleError(Exception):
    """What was asked cannot be; the arguments are the sentences that say why."""


@dataclass(frozen=True)
class Years:
    """From when until when somebody is or was in an induction year (no end: still in it)."""

    started_on: date
    ended_on: date | None = None


def objection(
    name: str,
    *,
    programme: Programme,
    started_on: date,
    fte: Decimal,
    today: date,
    others: Sequence[period.Dated],
) -> str:
    """Why this person cannot start on that day; empty where nothing stands against it.

    `others` are the person's other induction years, of any programme.
    """
    if any(period.overlaps(Years(started_on), other) for other in others):
        return f"{name} already has an induction year at that time."
    if started_on > today + FURTHEST_AHEAD:
        return f"{name} would start more than a year from now. Choose an earlier first day."
    last = calendar.last_day(programme, started_on, fte)
    if last < today:
        return (
            f"{name} would have started on {days.short(started_on)} and ended on "
            f"{days.short(last)}. Choose a later first day."
        )
    return ""
