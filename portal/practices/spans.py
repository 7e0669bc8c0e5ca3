"""Quarters and half-years of a contract: which are over, and what they are called. Pure.

Shapes: a quarter and a half-year are named by their first day; half-years run from April and from
October, as a council's financial year does. Units: calendar days, both ends counted.
"""

from datetime import date, timedelta

from portal.period import Dated, months_after, overlaps
from portal.web.days import MONTHS

QUARTER, HALF = 3, 6
MOST = 40  # quarters of ten years


class Span:
    """So many whole months from a first day on."""

    def __init__(self, first: date, months: int) -> None:
        self.started_on = first
        self.ended_on: date | None = months_after(first, months) - timedelta(days=1)

    @property
    def last_on(self) -> date:
        """Its last day."""
        return self.ended_on or self.started_on

    @property
    def words(self) -> str:
        """What it is called: April to June 2026."""
        first, last = self.started_on, self.last_on
        year = "" if first.year == last.year else f" {first.year}"
        return f"{MONTHS[first.month - 1]}{year} to {MONTHS[last.month - 1]} {last.year}"


def quarter_of(day: date) -> Span:
    """The quarter that a day lies in."""
    return Span(date(day.year, day.month - (day.month - 1) % QUARTER, 1), QUARTER)


def half_of(day: date) -> Span:
    """The half-year that a day lies in."""
    month = 4 if 4 <= day.month < 10 else 10
    return Span(date(day.year - (day.month < 4), month, 1), HALF)


def over(contract: Dated, today: date, months: int = QUARTER) -> list[Span]:
    """The quarters (or half-years) of a contract that are over, the last one first."""
    of = quarter_of if months == QUARTER else half_of
    span = of(contract.started_on)
    found: list[Span] = []
    while span.last_on < today and overlaps(span, contract) and len(found) < MOST:
        found.append(span)
        span = of(span.last_on + timedelta(days=1))
    return found[::-1]


def key_of(first: date) -> str:
    """How an address names a half-year or a quarter: 2026-04."""
    return f"{first.year}-{first.month:02}"


def named(key: str, spans: list[Span]) -> Span | None:
    """The one of these that an address names, if it is one of them."""
    return next((each for each in spans if key_of(each.started_on) == key), None)
