"""Where a contract stands on a day, in a sentence, and what stands against its days. Pure.

Shapes: the answer of the practice is "", "agreed", "declined" or "withdrawn". Units: calendar
days, both ends counted.
"""

from collections.abc import Iterable
from datetime import date

from portal.period import Dated, overlaps
from portal.web import days

WAITING, AGREED, DECLINED, WITHDRAWN = "", "agreed", "declined", "withdrawn"
ANSWERS = (WAITING, AGREED, DECLINED, WITHDRAWN)
ENDED_BY = ("", "council", "practice")
LONGEST_YEARS = 10


def in_words(answer: str, started_on: date, ended_on: date, ended_by: str, today: date) -> str:
    """Where it stands."""
    if answer == DECLINED:
        return "The practice declined it. Nothing of either side is shown to the other."
    if answer == WITHDRAWN:
        return "The council withdrew it before it was agreed."
    if answer == WAITING:
        return "It waits for the practice to agree. Until then neither side sees anything."
    if today < started_on:
        return f"Agreed by both. It begins on {days.in_words(started_on)}."
    early = f", ended by the {ended_by}" if ended_by else ""
    verb = "It ran" if ended_on < today else "It runs"
    return f"{verb} from {days.in_words(started_on)} to {days.in_words(ended_on)}{early}."


def objection(first: date, last: date, others: Iterable[Dated]) -> tuple[str, str] | None:
    """What stands against a contract of these days: the answer to blame, and why."""
    if last < first:
        return "ended_on", "Write a last day that is not before the first"
    if last.year - first.year > LONGEST_YEARS:
        return "ended_on", f"Write a last day within {LONGEST_YEARS} years"
    asked = _Days(first, last)
    for other in others:
        if overlaps(asked, other):
            since = days.short(other.started_on)
            return "started_on", f"A contract with them since {since} covers some of these days"
    return None


class _Days:
    """Some days, both ends counted."""

    def __init__(self, first: date, last: date) -> None:
        self.started_on: date = first
        self.ended_on: date | None = last
