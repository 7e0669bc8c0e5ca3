"""Grades and salary points: what is wrong with them, and what a grade is paid on a day. Pure.

A point of a grade has one salary on any day, a higher point is paid more than a lower one of the
same grade, no point belongs to two grades at once, and no grade lies inside another.
Units: whole pounds a year, full time.
Source: local pay scales; the figures are each council's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from portal.pathways.catalogue.entries import SalaryPoint
from portal.people.folding import fold
from portal.web import days

MOST_NUMBER, MOST_SALARY = 200, 500_000


def faults_of_salaries(points: Sequence[SalaryPoint]) -> Iterator[str]:
    """What cannot be, each a sentence that names the grade and the point."""
    for each in points:
        if not 0 < each.number <= MOST_NUMBER:
            yield f"{_named(each)}: a point is a number from 1 to {MOST_NUMBER}."
        if not 0 < each.salary <= MOST_SALARY:
            yield f"{_named(each)}: write a salary in pounds from 1 to {MOST_SALARY:,}."
        if each.last is not None and each.last < each.first:
            yield f"{_named(each)}: its last day is before its first."
    for one, other in combinations(points, 2):
        yield from _against(*sorted((one, other), key=lambda each: each.number))
    yield from _faults_of_order(points)


def _against(one: SalaryPoint, other: SalaryPoint) -> Iterator[str]:
    """Two points that are in force on the same day, the lower one first."""
    day = shared_day(one, other)
    if day is None:
        return
    on = f"on {days.short(day)}"
    if fold(one.grade) != fold(other.grade):
        if one.number == other.number:
            yield f"{_named(one)} is also a point of grade {other.grade} {on}. Leave it in one."
    elif one.number == other.number:
        yield f"{_named(one)} has two salaries {on}. End the first before the second begins."
    elif one.salary >= other.salary:
        yield f"{_named(other)} is paid no more than point {one.number} {on}."


def _faults_of_order(points: Sequence[SalaryPoint]) -> Iterator[str]:
    """Points of one grade follow each other: none of another grade lies between them on a day."""
    said = set()
    for day in sorted({each.first for each in points}):
        numbers: dict[str, list[int]] = {}
        for each in points:
            if each.covers(day):
                numbers.setdefault(fold(each.grade), []).append(each.number)
        for each in points:
            for grade, own in numbers.items() if each.covers(day) else ():
                lies_between = min(own) < each.number < max(own) and each.number not in own
                if lies_between and grade != fold(each.grade) and each not in said:
                    said.add(each)
                    on = days.short(day)
                    yield f"{_named(each)} lies between points of another grade on {on}."


def shared_day(one: SalaryPoint, other: SalaryPoint) -> date | None:
    """The first day on which both are in force, if there is one."""
    day = max(one.first, other.first)
    return day if one.covers(day) and other.covers(day) else None


def paid(points: Sequence[SalaryPoint], grades: str, day: date) -> str:
    """What these grades are paid on a day, in words; empty where no figure is known."""
    words = {fold(word) for word in re.findall(r"[^\s,;/]+", grades)}
    asked = words | {fold(part) for part in re.split(r"[,;/]| to ", grades)}
    found = [each for each in points if fold(each.grade) in asked and each.covers(day)]
    if not found:
        return ""
    low, high = (f"£{pick(each.salary for each in found):,}" for pick in (min, max))
    since = max(each.first for each in found)
    said = low if low == high else f"{low} to {high}"
    return f"{said} a year full time, from {days.short(since)}"


def _named(point: SalaryPoint) -> str:
    return f"Grade {point.grade}, point {point.number}"
