"""What somebody shows for a role already, and the next step for what is missing. Pure.

Nothing is proved twice: observations, feedback and writing of the induction year count here as
evidence, and months as a mentor or coach as help for others. Time counts by whole months over all
posts at the places that are named; posts at one time count once. Parental and sick leave are no
break in a post, so they count. Of what is stated only the person can say that it is so.

Shapes: `Facts` is what the portal knows of one person on a day; spans are periods with both ends
counted, and no end for one that goes on. Units: whole calendar months; days left over from several
spans make a month for every 31. Source: the list of ideas, N27, and the plan of the portal: leave
counts towards time in role unless a published rule says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from portal.pathways.catalogue.entries import (
    EVIDENCE,
    INDUCTION,
    MENTORING,
    QUALIFIED,
    REGISTERED,
    TIME,
    TRAINING,
    Catalogue,
    Place,
    Requirement,
)
from portal.period import months_after
from portal.web import days
from portal.web.numbers import counted

ONE_DAY = timedelta(days=1)
DAYS_TO_A_MONTH = 31
LOOK_AHEAD = 365 * 12
Span = tuple[date, date | None]

STEPS: Mapping[str, str] = {
    REGISTERED: "Ask HR to check your registration number",
    QUALIFIED: "Say in your profile when you qualified",
    INDUCTION: "Go on with My year",
    EVIDENCE: "Look at your evidence, and add to it",
    MENTORING: "Ask the coordinator whom you could mentor",
    TRAINING: "See when the course is held",
}
SAY_HOW = "Say how you show it"


@dataclass(frozen=True)
class Facts:
    """What the portal knows of one person: nothing of it is asked for again."""

    at: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    """Since when, and until when, they stood at each place, by its key."""
    is_registered: bool = False
    qualified_on: date | None = None
    year_completed_on: date | None = None
    year_ends_on: date | None = None
    evidence: Mapping[str, int] = field(default_factory=dict)
    """Pieces of evidence by kind."""
    helped: Sequence[Span] = ()
    """When they were mentor or coach of somebody."""
    trained: Mapping[str, date] = field(default_factory=dict)
    """Until when each course counts that they were on, by its key; `date.max` without an end."""
    stated: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What they say themselves, by place and requirement."""


@dataclass(frozen=True)
class Shown:
    """One requirement: whether it is shown, how far it is, and the next step where it is not."""

    requirement: Requirement
    is_shown: bool
    so_far: str
    step: str = ""


def showing(place: Place, facts: Facts, day: date) -> list[Shown]:
    """Each requirement of a place, in its order, as this person shows it on a day."""
    return [_shown(place, each, facts, day) for each in place.requirements]


def to_complete(place: Place, facts: Facts, day: date) -> int:
    """How many requirements of a place are not shown yet."""
    return sum(not each.is_shown for each in showing(place, facts, day))


def asking_for(catalogue: Catalogue, course_key: str) -> list[Place]:
    """The places that ask for a course, by their titles."""
    asked = (
        place
        for place in catalogue.places
        if any(each.kind == TRAINING and course_key in each.of for each in place.requirements)
    )
    return sorted(asked, key=lambda place: place.title)


def months(spans: Iterable[Span], day: date) -> int:
    """How many months these spans come to up to and with a day; what overlaps counts once."""
    whole, left = 0, 0
    for first, last in _merged(spans, day):
        more, over = _months_and_days(first, last + ONE_DAY)
        whole, left = whole + more, left + over
    return whole + left // DAYS_TO_A_MONTH


def reached_on(spans: Sequence[Span], amount: int, day: date) -> date | None:
    """The first day from this one on with so many months; None where no span goes on."""
    if all(last is not None and last < day for _, last in spans):
        return None
    ahead = range(LOOK_AHEAD)
    found = bisect_left(ahead, amount, key=lambda n: months(spans, day + timedelta(days=n)))
    return day + timedelta(days=found) if found < LOOK_AHEAD else None


def _shown(place: Place, asked: Requirement, facts: Facts, day: date) -> Shown:
    rule = _RULES.get(asked.kind)
    if rule is None:
        words = facts.stated.get((place.key, asked.key), "")
        said = "You say so yourself." if words else "Only you can say it."
        return Shown(asked, bool(words), said, asked.step or SAY_HOW)
    is_shown, so_far = rule(asked, facts, day)
    return Shown(
        asked, is_shown, so_far, "" if is_shown else asked.step or STEPS.get(asked.kind, "")
    )


def _time(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    spans = [span for key in asked.of for span in facts.at.get(key, ())]
    return _over_months(asked.amount, spans, day)


def _mentoring(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    return _over_months(asked.amount, facts.helped, day)


def _over_months(amount: int, spans: Sequence[Span], day: date) -> tuple[bool, str]:
    has = months(spans, day)
    if has >= amount:
        return True, f"{counted(has, 'month', 'months')}."
    there = reached_on(spans, amount, day) if spans else None
    when = f"; {amount} on {days.in_words(there)} if nothing changes" if there else ""
    return False, f"{has} of {counted(amount, 'month', 'months')} so far{when}."


def _registered(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    said = "The register was checked." if facts.is_registered else "Not known to the portal."
    return facts.is_registered, said


def _qualified(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    if facts.qualified_on is None:
        return False, "The portal does not know when you qualified."
    has = months([(facts.qualified_on, None)], day) if facts.qualified_on <= day else 0
    return facts.qualified_on <= day and has >= asked.amount, (
        f"Qualified on {days.in_words(facts.qualified_on)}."
    )


def _induction(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    if facts.year_completed_on is not None:
        return True, f"Completed on {days.in_words(facts.year_completed_on)}."
    if facts.year_ends_on is not None:
        return False, f"Your year goes on until {days.in_words(facts.year_ends_on)}."
    return False, "The portal knows of no completed year."


def _evidence(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    has = sum(facts.evidence.get(kind, 0) for kind in asked.of)
    of = f" of {asked.amount}" if has < asked.amount else ""
    pieces = "piece" if (asked.amount if of else has) == 1 else "pieces"
    return has >= asked.amount, f"{has}{of} {pieces} among your evidence."


def _training(asked: Requirement, facts: Facts, day: date) -> tuple[bool, str]:
    until = max((facts.trained.get(key, date.min) for key in asked.of), default=date.min)
    if until == date.min:
        return False, "Not among what you hold."
    if until < day:
        return False, f"It counted until {days.in_words(until)}."
    return True, "You hold it." if until == date.max else f"It counts until {days.in_words(until)}."


_RULES: Mapping[str, Callable[[Requirement, Facts, date], tuple[bool, str]]] = {
    TIME: _time,
    MENTORING: _mentoring,
    REGISTERED: _registered,
    QUALIFIED: _qualified,
    INDUCTION: _induction,
    EVIDENCE: _evidence,
    TRAINING: _training,
}


def _merged(spans: Iterable[Span], day: date) -> list[tuple[date, date]]:
    """The spans up to a day as periods that neither touch nor overlap."""
    found: list[tuple[date, date]] = []
    for first, last in sorted((first, min(last or day, day)) for first, last in spans):
        if last < first:
            continue
        if found and first <= found[-1][1] + ONE_DAY:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _months_and_days(first: date, end: date) -> tuple[int, int]:
    """Whole calendar months from one day to another, and the days that are left over."""
    whole = (end.year - first.year) * 12 + end.month - first.month
    if end.day < first.day:
        whole -= 1
    return whole, (end - months_after(first, whole)).days
