"""How long the words of a pair are kept once it has ended, and when a pause begins and ends.

Shapes: days are `datetime.date`. Units: calendar months. What stands against a day is a sentence,
or None. Raises nothing. Source: this portal's plan for the life of a pairing (2026): twelve months
after the end, so that a year of the person supported can be looked back on once more.
"""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = 12
LONGEST_AHEAD = timedelta(days=365)


def notes_until(ended_on: date) -> date:
    """The last day on which the words of a pair are kept: twelve months after its end."""
    year, month = ended_on.year + MONTHS // 12, ended_on.month
    return date(year, month, min(ended_on.day, monthrange(year, month)[1]))


def pause_objection(started_on: date, ended_on: date | None, today: date) -> tuple[str, str] | None:
    """Why a pause cannot have these days: the field and the sentence."""
    if started_on < today:
        return "started_on", "This day has passed. Choose today or a later day"
    if started_on > today + LONGEST_AHEAD:
        return "started_on", "Choose a day within a year"
    if ended_on is None:
        return None
    if ended_on < started_on:
        return "ended_on", "Choose a last day that is not before the first"
    if ended_on > started_on + LONGEST_AHEAD:
        return (
            "ended_on",
            "Choose a day within a year of the first, or end the pairing",
        )
    return None
