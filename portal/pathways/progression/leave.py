"""How days away count as time in a role: all of them, unless a published rule says otherwise.

Pure. Parental and sick leave, and all other days away, are no break in a post. An employer may
publish a rule by which of one absence only the first so many months count, from a day on. Days
before that day always count, so that no rule takes back time that somebody has. The portal knows
when somebody was away and never why, so such a rule is of all absences alike.

Shapes: spans are periods with both ends counted, and no end for one that goes on; absences that
touch are one. Units: calendar months. Source: this portal's plan (2026): parental and sick leave
count towards time in role unless a published local rule says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

Span = tuple[date, date | None]
ONE_DAY = timedelta(days=1)
FEWEST_MONTHS, MOST_MONTHS = 1, 24
"""What a rule may say; less than a month of an absence would make time of every holiday."""
STANDARD: Final = "Parental and sick leave count as time."


@dataclass(frozen=True)
class LeaveRule:
    """A published rule: of one absence so many months count, from a day on, in its own words."""

    months: int
    since: date
    words: str = ""


def in_words(rule: LeaveRule | None) -> str:
    """How leave counts, as pages say it."""
    return rule.words if rule else STANDARD


def counted_time(
    spans: Sequence[Span], away: Iterable[Span], rule: LeaveRule | None
) -> Sequence[Span]:
    """Of these spans what counts as time, under the rule or, without one, all of it."""
    if rule is None:
        return spans
    left = list(spans)
    for first, last in _together(away):
        gone = max(_months_after(first, rule.months), rule.since)
        if last is None or gone <= last:
            left = [part for span in left for part in _without(span, gone, last)]
    return left


def _without(span: Span, first: date, last: date | None) -> list[Span]:
    """A span without the days from one to another."""
    begins, ends = span
    parts: list[Span] = []
    if begins < first:
        parts.append((begins, first - ONE_DAY if ends is None else min(ends, first - ONE_DAY)))
    if last is not None and (ends is None or last < ends):
        parts.append((max(begins, last + ONE_DAY), ends))
    return parts


def _together(away: Iterable[Span]) -> list[Span]:
    """The absences, those that touch or overlap as one."""
    found: list[Span] = []
    for first, last in sorted(away, key=lambda each: each[0]):
        before = found[-1] if found else None
        if before and (before[1] is None or first <= before[1] + ONE_DAY):
            ends = None if before[1] is None or last is None else max(before[1], last)
            found[-1] = (before[0], ends)
        else:
            found.append((first, last))
    return found


def _months_after(day: date, number: int) -> date:
    """The same day so many months on, or the first of the next where that month has none."""
    year, month = divmod(day.month - 1 + number, 12)
    year, month = day.year + year, month + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)
