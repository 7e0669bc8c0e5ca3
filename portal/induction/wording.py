"""Wording: where a year stands, in sentences.

What has not happened "was due" on a day; nobody is said to be late or behind.
"""

from collections.abc import Collection
from datetime import date

from portal.induction.calendar import Week
from portal.induction.moving import Stop
from portal.induction.progress import DatedThing, on_day, upcoming, was_due
from portal.web import days as written
from portal.web.numbers import in_words


def standing(
    items: Collection[DatedThing],
    *,
    week: Week,
    today: date,
    started_on: date,
    ended_on: date,
    whose: str = "Your",
) -> str:
    """The first sentence of a page about a year: what is next and what was due.

    `whose` begins it: "Your" on the person's own page, "The" on everybody else's.
    """
    coming, past = upcoming(items, today), was_due(items, today)
    if week.is_before:
        return _before(coming, today, started_on, whose)
    opening = f"{whose} induction year ended on {calendar_day(ended_on, today)}"
    if not coming and not past:
        told = "everything in it is recorded."
        return f"{opening}, and {told}" if week.is_after else _all_recorded(whose)
    told = "; ".join(part for part in (_next(coming, today, whose), _past(past, today)) if part)
    told = told[0].upper() + told[1:] + "."
    return f"{opening}. {told}" if week.is_after else told


def paused(stop: Stop, whose: str) -> str:
    """The first sentence of a page about a year that stands still today."""
    if stop.ended_on is None:
        return f"{whose} year is paused. Dates will follow when the day of return is known."
    return (
        f"{whose} year is paused until {written.in_words(stop.ended_on)}. "
        "Nothing is due before then."
    )


def breaking_off(
    items: Collection[DatedThing], today: date, last_on: date, whose: str = "Your"
) -> str:
    """The first sentence of a page about a year that ends before it is completed."""
    said = f"{whose} induction year ends on {calendar_day(last_on, today)}, as everybody agreed."
    coming, past = upcoming(items, today), was_due(items, today)
    told = "; ".join(part for part in (_next(coming, today, whose), _past(past, today)) if part)
    if not told:
        return f"{said} Nothing more is due before that."
    return f"{said} Before that, {told[0].lower()}{told[1:]}."


def accompanied(years: int, past: int, *, more: bool = False) -> str:
    """The first sentence of a list: how many years, and in how many something was due."""
    if not years:
        return "No induction year that you accompany is under way."
    number = f"more than {years:,}" if more else f"{years:,}"
    said = f"You accompany {number} {'person' if years == 1 else 'people'} through their year."
    if not past:
        return f"{said} Nothing was due before today."
    return f"{said} Something was due for {past:,} of them."


def expected(item: DatedThing, today: date) -> str:
    """When an item is to be expected: "is on Thursday", or "is due by 18 December"."""
    day = on_day(item)
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    if item.booked_on:
        return f"is {near}" if near else f"is on {coming_day(day, today)}"
    return f"is due {near}" if near else f"is due by {coming_day(day, today)}"


def coming_day(day: date, today: date) -> str:
    """A day to come: by its weekday within six days, otherwise by its date."""
    near = 0 < (day - today).days < 7
    return written.WEEKDAYS[day.weekday()] if near else calendar_day(day, today)


def calendar_day(day: date, today: date) -> str:
    """A day by its date, with the year where that is not this year."""
    return written.short(day).removesuffix(f" {today.year}")


def ordinary(title: str) -> str:
    """A title as it stands inside a sentence: with a small first letter."""
    return title[:1].lower() + title[1:]


def _before(coming: list[DatedThing], today: date, started_on: date, whose: str) -> str:
    start = f"{whose} induction year starts on {written.in_words(started_on)}."
    if not coming:
        return start
    return f"{start} First comes the {ordinary(coming[0].title)}, {_due(coming[0], today)}."


def _due(item: DatedThing, today: date) -> str:
    return expected(item, today).removeprefix("is ")


def _next(coming: list[DatedThing], today: date, whose: str) -> str:
    if not coming:
        return ""
    return f"{whose} {ordinary(coming[0].title)} {expected(coming[0], today)}"


def _past(past: list[DatedThing], today: date) -> str:
    if not past:
        return ""
    day = calendar_day(on_day(past[0]), today)
    if len(past) == 1:
        return f"one thing was due on {day}"
    return f"{in_words(len(past))} things were due, the first on {day}"


def _all_recorded(whose: str) -> str:
    return f"Everything in {whose.lower()} induction year is recorded."
