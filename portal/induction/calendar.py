"""The calendar of an induction year: every date from the first day, the hours and the programme.

Each date is computed from the first day and never from the date before it, so that moving one
moves no other. Dates are working days and lie inside the year, except what the programme counts
from its end. Pauses, extensions, other hours and days away move them (`moving`).

Shapes: `fte` is the share of full-time hours, more than 0 and at most 1. Part-time people have the
year extended pro rata: at 0.6 a month of the programme takes 1 2/3 months, and 52 weeks take 87.
Source: GOV.UK ASYE framework 2026 (windows, pro rata extension).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from portal import period, working_days
from portal.induction import moving
from portal.induction.moving import UNMOVED, Moves
from portal.induction.programmes.template import (
    MONTH,
    WORKING_DAY,
    Item,
    Programme,
    Span,
)

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DatedItem:
    """An item of the programme with the day by which it is due."""

    item: Item
    due_on: date


@dataclass(frozen=True)
class Week:
    """Where a day stands in the year: week `number` of `of`, or outside it (no number)."""

    number: int | None
    of: int
    is_before: bool = False
    is_paused: bool = False

    @property
    def is_after(self) -> bool:
        """Whether the year was over by then."""
        return self.number is None and not self.is_before and not self.is_paused

    @property
    def words(self) -> str:
        """The week in words, as pages put it above the heading."""
        if self.number is not None:
            return f"Week {self.number} of {self.of}"
        if self.is_paused:
            return "Paused"
        return "Not started yet" if self.is_before else f"After week {self.of}"


def items_of(
    programme: Programme,
    started_on: date,
    fte: Decimal,
    nation: str = "ENG",
    moves: Moves = UNMOVED,
) -> list[DatedItem]:
    """Every item of the programme with its date, in the order in which they are due."""
    last = last_day(programme, started_on, fte, nation, moves)
    dated = [
        DatedItem(item, due_on(item, started_on, last, fte, nation, moves))
        for item in programme.items
    ]
    return sorted(dated, key=lambda one: one.due_on)


def due_on(
    item: Item,
    started_on: date,
    last: date,
    fte: Decimal,
    nation: str = "ENG",
    moves: Moves = UNMOVED,
) -> date:
    """The day by which one item is due, in a year that runs from `started_on` to `last`.

    Days away never move an item past the last day: what is due in them then stays where it is.
    What is counted from the last day knows no pauses: they have moved that day already.
    """
    if item.due.unit == WORKING_DAY:
        day = working_days.after(last, item.due.number, nation)
        return moving.round_days_away(day, replace(moves, stops=()), nation)
    share, by = (_share(fte), moves) if item.is_pro_rata else (Fraction(1), _full_time(moves))
    nominal = moving.shifted(end_of(item.due, started_on, share), by, nation)
    day = moving.to_work(nominal, started_on, moves, nation)
    moved = moving.round_days_away(day, moves, nation)
    return moved if moved <= last else day


def last_day(
    programme: Programme,
    started_on: date,
    fte: Decimal,
    nation: str = "ENG",
    moves: Moves = UNMOVED,
) -> date:
    """The last day of the year: full time and without a pause, the day before the anniversary.

    Where no working day lies between a pause and that day, the year ends on the next one. More
    hours never make it shorter than a year that is full time from its first day.
    """
    whole = Span(programme.months, MONTH)
    last = moving.shifted(end_of(whole, started_on, _share(fte)), moves, nation)
    if moves.hours:
        shortest = end_of(whole, started_on, Fraction(1))
        last = max(last, moving.shifted(shortest, _full_time(moves)))
    return max(last, moving.to_work(last, started_on, moves, nation)) if moves.stops else last


def weeks_of(programme: Programme, fte: Decimal, moves: Moves = UNMOVED) -> int:
    """How many weeks the year is said to have, to the nearest whole week; pauses do not count."""
    return round(programme.weeks / _share(fte) + Fraction(moves.days_more, 7))


def _weeks_until(last: date, started_on: date, moves: Moves) -> int:
    """The same where hours change on the way: the weeks from the first day to the last."""
    after = last + ONE_DAY
    return max(round(Fraction((after - started_on).days - moves.days_before(after), 7)), 1)


def _full_time(moves: Moves) -> Moves:
    """What moves a date that hours do not."""
    return replace(moves, hours=()) if moves.hours else moves


def week_of(
    day: date, *, programme: Programme, started_on: date, fte: Decimal, moves: Moves = UNMOVED
) -> Week:
    """The week in which a day falls. The few days left over belong to the last one."""
    last = last_day(programme, started_on, fte, moves=moves)
    hours = moves.hours
    of = _weeks_until(last, started_on, moves) if hours else weeks_of(programme, fte, moves)
    if day < started_on:
        return Week(None, of, is_before=True)
    if moves.stop_on(day):
        return Week(None, of, is_paused=True)
    if day > last:
        return Week(None, of)
    return Week(min(((day - started_on).days - moves.days_before(day)) // 7 + 1, of), of)


@lru_cache(1024)  # a list asks for the last day of many years that began together
def end_of(span: Span, started_on: date, share: Fraction) -> date:
    """The last day of so many weeks or months from `started_on`, stretched by the share."""
    length = span.number / share
    if span.unit == MONTH:
        return months_after(started_on, length) - ONE_DAY
    return started_on + timedelta(days=floor(length * 7)) - ONE_DAY


def months_after(day: date, months: Fraction) -> date:
    """The same day so many months later; a part of a month is that part of its days.

    Where the month is too short its last day stands in: a month after 31 January is 28 February.
    """
    whole = floor(months)
    start, end = period.months_after(day, whole), period.months_after(day, whole + 1)
    return start + timedelta(days=floor((end - start).days * (months - whole)))


@lru_cache
def _share(fte: Decimal) -> Fraction:
    if not 0 < fte <= 1:
        raise ValueError("The share of full-time hours must be more than 0 and at most 1.")
    return Fraction(fte)
