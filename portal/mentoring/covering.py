"""When somebody covers for the coach or mentor of a pair: which days, and what stands against them.

Pure. Shapes: days are `datetime.date`, periods are `Dated` (both ends count). Units: days. What
stands against a day is the field and a sentence, or None. Raises nothing. Source: this portal's
plan for the life of a pairing (2026): a cover has a last day from the start, and a pair is covered
by one person at a time.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from portal.mentoring.when import Span
from portal.period import Dated, overlaps
from portal.web import days

LONGEST = timedelta(days=365)


def objection(
    cover: Span, *, pairing: Dated, others: Iterable[Dated], today: date
) -> tuple[str, str] | None:
    """Why nobody can cover for these days: the field and the sentence."""
    first, last = cover.started_on, cover.ended_on
    if first < today:
        return "started_on", "This day has passed. Choose today or a later day"
    if first > today + LONGEST:
        return "started_on", "Choose a day within a year"
    if first < pairing.started_on:
        began = days.short(pairing.started_on)
        return "started_on", f"The pair begins on {began}: choose that day or a later one"
    if last is None or last < first:
        return "ended_on", "Choose a last day that is not before the first"
    if last > first + LONGEST:
        return "ended_on", "Choose a day within a year of the first, or pair them anew"
    for other in others:
        if overlaps(cover, other):
            return "started_on", _covered(other)
    return None


def _covered(other: Dated) -> str:
    until = f" until {days.short(other.ended_on)}" if other.ended_on else ""
    since = days.short(other.started_on)
    return f"The pair is covered from {since}{until} already: end that first, or choose other days"
