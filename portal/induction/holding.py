"""Holding: on which days an item of a year can have taken place, or be agreed for.

Pure; each objection is a sentence for whoever records or books, empty where nothing stands
against the day.
"""

from datetime import date, timedelta

from portal.web import days

MOST_AHEAD = timedelta(days=366)  # an item may move past the planned end, by a year at most


def objection_to_holding(held_on: date, *, started_on: date, today: date) -> str:
    """Why an item cannot have been held on that day."""
    if held_on > today:
        return "This day is still to come. Record it once it has taken place"
    return _before_the_start(held_on, started_on)


def objection_to_booking(
    booked_on: date, *, started_on: date, planned_end_on: date, today: date
) -> str:
    """Why an item cannot be agreed for that day."""
    if booked_on < today:
        return "This day has passed. Choose today or a later day"
    if booked_on > planned_end_on + MOST_AHEAD:
        return f"Choose a day nearer to the end of the year, {days.short(planned_end_on)}"
    return _before_the_start(booked_on, started_on)


def _before_the_start(day: date, started_on: date) -> str:
    if day >= started_on:
        return ""
    return f"The induction year starts on {days.short(started_on)}. Choose that day or a later one"
