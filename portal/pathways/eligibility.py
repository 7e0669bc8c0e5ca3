"""From which day on somebody could apply to a place, as far as dates go. Pure.

Of what a place asks four kinds are dates only: time in a role, time since qualifying, a completed
first year, and being on the register. Nothing here looks at evidence, at what somebody says of
themself or at mentoring: that is theirs until they apply. So whoever plans panels learns when a
person may come, and never what they still lack.

"If nothing changes": posts that go on go on, and a first year that goes on is completed on its
planned day. The answer is the first day from the one that is asked about, or none with the reason,
in words that say nothing but dates. It agrees with `showing` on every day. Days away count by
`progression.leave`, before these rules see the spans.

Shapes: `Facts` as `showing` takes them. Units: whole calendar months. Source: the list of what a
portal must do, C75, and this portal's plan for leave.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from portal.pathways.catalogue.entries import (
    INDUCTION,
    QUALIFIED,
    REGISTERED,
    TIME,
    Place,
    Requirement,
)
from portal.pathways.showing import Facts, Span, months, reached_on
from portal.web import days
from portal.web.numbers import counted

ONE_DAY = timedelta(days=1)
DATES_ONLY = (TIME, QUALIFIED, INDUCTION, REGISTERED)


@dataclass(frozen=True, slots=True)
class Reached:
    """The first day on which the dates are there; or no day, and why."""

    on: date | None
    why: str = ""

    def is_by(self, day: date) -> bool:
        """Whether it is reached by a day."""
        return self.on is not None and self.on <= day


def dated(place: Place) -> list[Requirement]:
    """What a place asks that is dates only."""
    return [each for each in place.requirements if each.kind in DATES_ONLY]


def reached(place: Place, facts: Facts, day: date) -> Reached:
    """The first day from this one on with all the dates that a place asks for."""
    return all_reached(dated(place), facts, day)


def all_reached(dates: Iterable[Requirement], facts: Facts, day: date) -> Reached:
    """The same for these requirements, so that many people can be asked about one place."""
    on = day
    for asked in dates:
        found = _RULES[asked.kind](asked, facts, day)
        if found.on is None:
            return found
        on = max(on, found.on)
    return Reached(on)


def first_panel(on: date | None, closing: Sequence[date]) -> int | None:
    """Which of these last days for applications, in order, is the first that a day reaches."""
    if on is None:
        return None
    number = bisect_left(closing, on)
    return number if number < len(closing) else None


@lru_cache(4096)  # many began on the same days
def is_in_months(first: date, amount: int) -> date:
    """The day on which a span that began on a day, and goes on, has so many whole months."""
    year, month = divmod(first.month - 1 + amount, 12)
    year, month = first.year + year, month + 1
    try:
        after = date(year, month, first.day)
    except ValueError:  # the month is too short: it is whole when the next begins
        after = date(year + month // 12, month % 12 + 1, 1)
    return after - ONE_DAY


def _time(asked: Requirement, facts: Facts, day: date) -> Reached:
    spans = [span for key in asked.of for span in facts.at.get(key, ())]
    if not spans:
        return Reached(None, f"No post so far that counts towards the {_amount(asked)}.")
    in_order = sorted(spans, key=_first_day) if len(spans) > 1 else spans
    soonest = max(day, is_in_months(in_order[0][0], asked.amount))
    began = _goes_on_since(in_order)
    if began is None:
        return _of_several(asked, spans, day)
    if began == in_order[0][0]:
        return Reached(soonest)
    latest = max(day, is_in_months(began, asked.amount))
    ahead = range((latest - soonest).days)
    more = bisect_left(
        ahead, asked.amount, key=lambda n: months(spans, soonest + timedelta(days=n))
    )
    return Reached(soonest + timedelta(days=more))


def _of_several(asked: Requirement, spans: Sequence[Span], day: date) -> Reached:
    """Where no span goes on without an end: what there is has to be enough."""
    there = day if months(spans, day) >= asked.amount else reached_on(spans, asked.amount, day)
    if there is None:
        return Reached(None, f"The posts that count end before they come to {_amount(asked)}.")
    return Reached(there)


def _amount(asked: Requirement) -> str:
    return counted(asked.amount, "month", "months")


def _first_day(span: Span) -> date:
    return span[0]


def _goes_on_since(in_order: Sequence[Span]) -> date | None:
    """Since when a span goes on without a gap, to no end; None where all of them end."""
    since, until = in_order[0]
    for begins, ends in in_order[1:]:
        if until is None:
            break
        if begins > until + ONE_DAY:
            since, until = begins, ends
        else:
            until = None if ends is None else max(until, ends)
    return since if until is None else None


def _qualified(asked: Requirement, facts: Facts, day: date) -> Reached:
    since = facts.qualified_on
    if since is None:
        return Reached(None, "The day of qualifying is not known.")
    first = max(day, since)
    return Reached(max(first, is_in_months(since, asked.amount)) if asked.amount else first)


def _induction(asked: Requirement, facts: Facts, day: date) -> Reached:
    if facts.year_completed_on is not None:
        return Reached(day)
    if facts.year_ends_on is None:
        return Reached(None, "No completed first year is known.")
    if facts.year_ends_on < day:
        planned = days.short(facts.year_ends_on)
        return Reached(None, f"The first year was planned until {planned} and is not completed.")
    return Reached(facts.year_ends_on)


def _registered(asked: Requirement, facts: Facts, day: date) -> Reached:
    return Reached(day) if facts.is_registered else Reached(None, "The register was not checked.")


_RULES: Mapping[str, Callable[[Requirement, Facts, date], Reached]] = {
    TIME: _time,
    QUALIFIED: _qualified,
    INDUCTION: _induction,
    REGISTERED: _registered,
}
