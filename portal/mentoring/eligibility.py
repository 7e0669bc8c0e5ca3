"""Who cannot be paired: oneself, one's own line manager or assessor, and the same two twice.

A line manager can be nobody's coach or mentor and an assessor nobody's mentor, unless it was
approved by name with a reason.

Shapes: people are named by id and name, periods are `when.Span`. Nothing here raises: operations
raise `NotEligibleError` with the sentences. Source: who manages or assesses somebody cannot
be their mentor (the portal's domain notes, capability 36). Who assesses whom belongs to the
induction area, which stands above this one: whoever asks from above hands it in.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from portal.mentoring.when import Span
from portal.period import overlaps
from portal.web import days

MENTORING: Final = "mentoring"
MANAGER: Final = "manager"
ASSESSOR: Final = "assessor"
EARLIEST = timedelta(days=5 * 365)
LATEST = timedelta(days=365)


class NotEligibleError(ValueError):
    """These two cannot be paired; the message says why, for the person who asked."""


@dataclass(frozen=True)
class Somebody:
    """One of the two, by id and name."""

    id: UUID
    name: str


def objection(
    coach: Somebody,
    supported: Somebody,
    *,
    kind: str,
    span: Span,
    managers: Iterable[UUID],
    already: Iterable[Span],
    assessors: Iterable[UUID] = (),
    approved: Collection[str] = (),
) -> str | None:
    """Why these two cannot be paired over this span, in a sentence, or None."""
    if coach.id == supported.id:
        return f"{coach.name} cannot be paired with themself"
    conflict = conflict_of(coach, kind=kind, managers=managers, assessors=assessors)
    if conflict and conflict not in approved:
        return _between(coach, supported, conflict)
    for earlier in already:
        if overlaps(earlier, span):
            return _twice(coach, supported, kind, earlier)
    return None


def conflict_of(
    coach: Somebody, *, kind: str, managers: Iterable[UUID], assessors: Iterable[UUID]
) -> str | None:
    """What the coach or mentor is to the other besides: `manager`, `assessor`, or nothing."""
    if coach.id in set(managers):
        return MANAGER
    return ASSESSOR if kind == MENTORING and coach.id in set(assessors) else None


def waiting_objection(coach: Somebody, supported: Somebody, kind: str) -> str:
    """Why these two cannot be proposed: they are asked already."""
    return f"{coach.name} and {supported.name} are proposed for {kind} already"


def first_day_objection(day: date, today: date) -> str | None:
    """Why a pairing cannot begin on this day: more than five years back or a year ahead."""
    if day < today - EARLIEST:
        return f"The first day must be {days.short(today - EARLIEST)} or later"
    if day > today + LATEST:
        return f"The first day must be {days.short(today + LATEST)} or earlier"
    return None


def _between(coach: Somebody, supported: Somebody, conflict: str) -> str:
    if conflict == ASSESSOR:
        return f"{coach.name} assesses {supported.name}: choose somebody else"
    manages = f"{coach.name} is the line manager of {supported.name}, or covers for that person"
    return f"{manages}: choose somebody else"


def _twice(coach: Somebody, supported: Somebody, kind: str, earlier: Span) -> str:
    since = f"{coach.name} and {supported.name} are already paired for {kind}"
    if earlier.ended_on is None:
        return f"{since}, since {days.short(earlier.started_on)}"
    return f"{since}, until {days.short(earlier.ended_on)}: choose a later first day"
