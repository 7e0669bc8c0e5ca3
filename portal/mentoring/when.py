"""When a session was held: one tap for today or yesterday, and the days that cannot be logged.

Shapes: days are `datetime.date`, choices are the three words of the form. Units: days.
Nothing here raises; what stands against a day is a sentence, or None when nothing does.
Source: this portal's plan for sessions (2026): logged once held, by either of the two, and
corrected by either within 14 days, with nobody confirming anything.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.web import days

TODAY, YESTERDAY, ANOTHER_DAY = "today", "yesterday", "other"
CHOICES = {TODAY: "Today", YESTERDAY: "Yesterday", ANOTHER_DAY: "Another day"}

ONE_DAY = timedelta(days=1)
CORRECTION = timedelta(days=14)
"""How long either of the two may put a session right."""
BACK = timedelta(days=365)
"""How far back a session may be logged; what is older belongs to an import."""


@dataclass(frozen=True)
class Span:
    """The days that a pairing covers: the first, and the last once it has ended."""

    started_on: date
    ended_on: date | None = None


ALWAYS = Span(date.min)
"""Where two people meet without a pairing, no first or last day stands against it."""


def day_of(choice: str | None, other_day: date | None, today: date) -> date | None:
    """The day that was meant, or None when no day has been given yet."""
    if choice == TODAY:
        return today
    if choice == YESTERDAY:
        return today - ONE_DAY
    return other_day if choice == ANOTHER_DAY else None


def choice_for(day: date, today: date) -> str:
    """The tap that stands for a day."""
    return {today: TODAY, today - ONE_DAY: YESTERDAY}.get(day, ANOTHER_DAY)


def objection(day: date, today: date, pairing: Span) -> str | None:
    """Why no session can be logged on this day, in a sentence, or None."""
    if day > today:
        return "The day must be today or in the past: log a session once you have held it"
    if day < today - BACK:
        return f"The day must be {days.short(today - BACK)} or later"
    if day < pairing.started_on:
        return f"You have worked together since {days.short(pairing.started_on)}: enter a later day"
    if pairing.ended_on is not None and day > pairing.ended_on:
        return f"Your work together ended on {days.short(pairing.ended_on)}: enter an earlier day"
    return None


def objection_to_planning(day: date, today: date) -> str | None:
    """Why no session can be agreed for this day, in a sentence, or None."""
    if day < today:
        return "This day has passed. Choose today or a later day"
    if day > today + BACK:
        return f"The day must be {days.short(today + BACK)} or earlier"
    return None


def objection_to_meeting(day: date, today: date, pairing: Span) -> str | None:
    """Why a pair cannot plan to meet on this day, in a sentence, or None."""
    said = objection_to_planning(day, today)
    if said:
        return said
    if pairing.ended_on is not None and day > pairing.ended_on:
        return f"Your work together ends on {days.short(pairing.ended_on)}: enter an earlier day"
    return None


def likely_next(last_on: date | None, weeks_between: int, today: date) -> date:
    """The day to offer for the next session: after the usual weeks, a working day to come."""
    due = (last_on or today) + timedelta(weeks=weeks_between if last_on else 1)
    day = max(due, today + ONE_DAY)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def correctable_until(held_on: date, recorded_on: date) -> date:
    """The last day on which a session can be put right, so that a late log can be too."""
    return max(held_on, recorded_on) + CORRECTION
