"""By when a question is to be answered: the end of a working day, so many working days on.

Shapes: days are `datetime.date`, times those of the office. Units: working days of the nation.
Raises nothing. Source: this portal's plan for consultants (2026): what is asked after the end of a
working day, or on a day that is none, counts as asked on the next one.
"""

from datetime import date, time, timedelta

from portal import working_days
from portal.period import months_after
from portal.web import days

MONTHS_KEPT = 12
RESTS = timedelta(weeks=4)
"""A question that was answered closes by itself when nothing was written for so long."""


def due_on(day: date, at: time, number: int, *, day_ends: time, nation: str) -> date:
    """The working day at whose end an answer is due that is needed within so many working days."""
    begins = day if at < day_ends else day + timedelta(days=1)
    first = working_days.on_or_after(begins, nation)
    return working_days.after(first, number, nation) if number else first


def is_past(due: date, day: date, at: time, *, day_ends: time) -> bool:
    """Whether the target has gone by."""
    return (due, day_ends) <= (day, at)


def in_words(due: date, day: date, at: time, *, day_ends: time) -> str:
    """The target in words, with its time: due by then, or past it."""
    when = f"{days.in_words(due)}, {day_ends:%H:%M}"
    return (
        f"Past its target of {when}"
        if is_past(due, day, at, day_ends=day_ends)
        else f"Due by {when}"
    )


def words_until(closed_on: date) -> date:
    """The last day on which the words of a question are kept: twelve months after it closed."""
    return months_after(closed_on, MONTHS_KEPT)
