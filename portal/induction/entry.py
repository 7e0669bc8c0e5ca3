"""Entry: what stands against somebody's starting an induction year on a day.

Pure. Each objection is a sentence for the coordinator. Part-time people have longer years, so the
day on which a year would be over depends on the hours. Source: GOV.UK ASYE framework 2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from portal import period
from portal.induction import calendar
from portal.induction.programmes.template import Programme
from portal.web import days
from portal.web.numbers import in_words

FURTHEST_AHEAD = timedelta(days=366)


class NotPossibleError(Exception):
    """What was asked cannot be; the arguments are the sentences that say why."""


@dataclass(frozen=True)
class Years:
    """From when until when somebody is or was in an induction year (no end: still in it)."""

    started_on: date
    ended_on: date | None = None


def objection(
    name: str,
    *,
    programme: Programme,
    started_on: date,
    fte: Decimal,
    today: date,
    others: Sequence[period.Dated],
) -> str:
    """Why this person cannot start on that day; empty where nothing stands against it.

    `others` are the person's other induction years, of any programme.
    """
    if any(period.overlaps(Years(started_on), other) for other in others):
        return f"{name} already has an induction year at that time."
    if started_on > today + FURTHEST_AHEAD:
        return f"{name} would start more than a year from now. Choose an earlier first day."
    last = calendar.last_day(programme, started_on, fte)
    if last < today:
        return (
            f"{name} would have started on {days.short(started_on)} and ended on "
            f"{days.short(last)}. Choose a later first day."
        )
    return ""


class Qualified(Protocol):
    """What is known of somebody's qualification and registration."""

    @property
    def qualified_on(self) -> date | None: ...
    @property
    def registration_number(self) -> str: ...
    @property
    def registration_status(self) -> str: ...


def to_check(person: Qualified, programme: Programme, started_on: date) -> list[str]:
    """What the coordinator should check before this person starts; nothing here stops them.

    Source: the programme's own rule of who may start (years since qualifying, registration).
    """
    said, rule = [], programme.eligibility
    if rule.within_years is not None:
        if person.qualified_on is None:
            said.append("The portal does not know when they qualified")
        elif person.qualified_on > started_on:
            said.append(f"They qualify on {days.short(person.qualified_on)}, after the first day")
        elif years_after(person.qualified_on, rule.within_years) < started_on:
            said.append(
                f"They qualified on {days.short(person.qualified_on)}, more than "
                f"{in_words(rule.within_years)} years before"
            )
    if rule.is_registration_needed:
        if not person.registration_number:
            said.append("The portal knows no registration number")
        elif not person.registration_status:
            said.append("Nobody has looked up yet whether they are registered")
        elif person.registration_status != "registered":
            said.append(f"Registration: {person.registration_status}")
    return said


def in_sentence(reason: str) -> str:
    """A reason as it reads inside a sentence."""
    return reason[:1].lower() + reason[1:]


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
