"""Placements on a route: what stands against one, and how many of its days are done. Pure.

A placement is for a number of days of practice. It lies inside its route, overlaps no other, and
has room for its days beside the study day. Days are said week by week and count at once; the
practice educator confirms them. Units: days of work, Monday to Friday without bank holidays.
Source: education standards for placements (70 and 100 days); the calendar is the university's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.web import days
from portal.web.numbers import counted
from portal.working_days import is_working_day

MOST_A_WEEK = 5
ONE_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, both ends counted; no end for what goes on."""

    started_on: date
    ended_on: date | None


def objection(
    asked: Span, wanted: int, route: Span, others: Iterable[Span], weekday: int | None, nation: str
) -> tuple[str, str] | None:
    """What stands against these days: the answer to blame, and what to do. None if nothing does."""
    first, last = asked.started_on, asked.ended_on
    if last is None or last < first:
        return "ended_on", "Write a last day that is not before the first"
    if first < route.started_on:
        return "started_on", f"The route begins on {days.short(route.started_on)}. Begin later"
    if route.ended_on is not None and last > route.ended_on:
        return "ended_on", f"The route ends on {days.short(route.ended_on)}. End it by then"
    for other in others:
        if other.started_on <= last and (other.ended_on is None or first <= other.ended_on):
            since = days.short(other.started_on)
            return "started_on", f"Another placement begins on {since}. Choose days beside it"
    room = room_between(first, last, weekday, nation)
    if room < wanted:
        said = f"There are {counted(room, 'day', 'days')} of work in it, and {wanted} are asked for"
        return "ended_on", f"{said}. Write a later last day"
    return None


def room_between(first: date, last: date, weekday: int | None, nation: str) -> int:
    """How many days of practice fit between two days, without the study day of each week."""
    day, room = first, 0
    while day <= last:
        room += day.weekday() != weekday and is_working_day(day, nation)
        day += ONE_DAY
    return room


def monday(day: date) -> date:
    """The Monday of a week."""
    return day - timedelta(days=day.weekday())


def weeks_to_say(placement: Span, said: Iterable[date], today: date) -> list[date]:
    """The Mondays of the weeks that have begun and of which nobody said anything, oldest first."""
    known = set(said)
    last = min(filter(None, (placement.ended_on, today)))
    week, found = monday(placement.started_on), []
    while week <= last:
        if week not in known:
            found.append(week)
        week += A_WEEK
    return found


def most_in(week: date, placement: Span, weekday: int | None, nation: str) -> int:
    """How many days of practice a week of the placement can have."""
    first = max(week, placement.started_on)
    last = min(week + A_WEEK - ONE_DAY, placement.ended_on or date.max)
    return room_between(first, last, weekday, nation)


def in_words(done: int, confirmed: int, wanted: int) -> str:
    """How far a placement is: "42 of 70 days done, 38 confirmed"."""
    return f"{done} of {counted(wanted, 'day', 'days')} done, {confirmed} confirmed"


def educator_objection(stages: Sequence[Span], first: date) -> str:
    """Why somebody cannot teach a placement that begins on a day; empty if they can."""
    if not stages:
        return "Their stage as a practice educator is not on record. Record it, or choose another"
    if any(each.started_on <= first and (each.ended_on or first) >= first for each in stages):
        return ""
    return "Their stage as a practice educator is not current on the first day. Choose another"


def lapses_on(stages: Sequence[Span], first: date, last: date) -> date | None:
    """The day on which the stage of somebody who may teach lapses within the placement, if any."""
    ends = [
        each.ended_on
        for each in stages
        if each.started_on <= first and (each.ended_on is None or each.ended_on >= first)
    ]
    if not ends or any(end is None or end >= last for end in ends):
        return None
    return max(end for end in ends if end)
