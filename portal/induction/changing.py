"""Changing a year: the kinds of change, their fixed reasons, and what stands against one.

Pure; each objection is a sentence for whoever proposes. Reasons are neutral words from a list, and
capability is never one of them: whoever needs more support gets an extra support plan instead.
Source: Dorset ASYE policy (pauses, four agree), Skills for Care (deferral, withdrawal), DfE
register of early career teachers (vocabulary).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal.induction.moving import Hours, Stop, share_on
from portal.induction.progress import HAPPENED, NOT_KNOWN
from portal.period import overlaps
from portal.web import days

FURTHEST_AHEAD = timedelta(days=366)
LONGEST_EXTENSION = timedelta(days=366)

# The four who agree, in the order in which a page names them.
PARTS: Mapping[str, str] = {
    "worker": "the newly qualified social worker",
    "assessor": "the assessor",
    "manager": "the manager",
    "coordinator": "the induction coordinator",
}
# How somebody agreed.
MEANS: Mapping[str, str] = {
    "portal": "in the portal",
    "telephone": "by telephone",
    "mail": "by e-mail",
    "meeting": "in a meeting",
}
REASONS: Mapping[str, str] = {
    "sickness": "Sickness",
    "bereavement": "Bereavement",
    "parental leave": "Parental leave",
    "missing support": "The support that was promised was missing",
    "time lost": "Time was lost that no pause covers",
    "few opportunities": "There were too few opportunities for the evidence",
    "career break": "Career break",
    "left the profession": "Leaves the profession",
    "moved employer": "Moves to another employer",
    "other": "Another reason",
    "hours": "The hours of work change",
}


@dataclass(frozen=True)
class Kind:
    """A kind of change: its name, what it does in a sentence, and its reasons."""

    key: str
    name: str
    what: str
    reasons: tuple[str, ...]
    is_stop: bool = False
    ends_year: bool = False

    @property
    def words(self) -> str:
        """The kind inside a sentence: "pause", "transfer out"."""
        return self.name.lower()


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            "pause",
            "Pause",
            "The year stands still for some days. Everything due after them moves by as much.",
            ("sickness", "bereavement", "parental leave", "missing support"),
            is_stop=True,
        ),
        Kind(
            "extension",
            "Extension",
            "The year gets a later last day. What is still to come moves by as much.",
            ("time lost", "few opportunities", "missing support"),
        ),
        Kind(
            "hours",
            "Change of hours",
            "The share of full time changes. What is left of the year follows in proportion.",
            ("hours",),
        ),
        Kind(
            "deferral",
            "Deferral",
            "The year is set aside until a return.",
            ("career break", "sickness", "bereavement", "parental leave", "other"),
            is_stop=True,
        ),
        Kind(
            "withdrawal",
            "Withdrawal",
            "The year ends without being completed.",
            ("left the profession", "moved employer", "other"),
            ends_year=True,
        ),
        Kind(
            "transfer out",
            "Transfer out",
            "The year goes on with another employer and ends here.",
            ("moved employer", "other"),
            ends_year=True,
        ),
    )
}


@dataclass(frozen=True)
class Bounds:
    """The year as a change finds it: first and last day, pauses and hours in force."""

    started_on: date
    planned_end_on: date
    stops: tuple[Stop, ...] = ()
    fte: Decimal = Decimal(1)
    hours: tuple[Hours, ...] = ()


def objection_to_stop(stop: Stop, year: Bounds, *, word: str) -> str:
    """Why the year cannot stand still in this period; empty where nothing stands against it.

    `word` is what it is called: a pause or a deferral.
    """
    if stop.ended_on is not None and stop.ended_on < stop.started_on:
        return "The last day must not be before the first. Write a later last day"
    if stop.started_on < year.started_on:
        first = days.short(year.started_on)
        return (
            f"The year starts on {first}. A {word} cannot begin before that day: "
            "choose it or a later one"
        )
    if stop.started_on > year.planned_end_on:
        last = days.short(year.planned_end_on)
        return (
            f"The year ends on {last}. A {word} cannot begin after that day: "
            "choose it or an earlier one"
        )
    return _overlap(stop, year.stops)


def objection_to_hours(first: date, fte: Decimal, year: Bounds) -> str:
    """Why the year cannot reckon with another share of full time from that day on."""
    if first < year.started_on:
        return f"The year starts on {days.short(year.started_on)}. Choose that day or a later one"
    if first > year.planned_end_on:
        return f"The year ends on {days.short(year.planned_end_on)}. Choose that day or an earlier"
    if any(each.started_on == first for each in year.hours):
        day = days.short(first)
        return f"The hours change on {day} already. Take that change back first"
    if share_on(first, year.fte, year.hours) == fte:
        return f"The year reckons with {share_words(fte)} on that day already"
    return ""


def share_words(fte: Decimal) -> str:
    """A share of full time in words: "full time", "0.6 of full time"."""
    return "full time" if fte == 1 else f"{fte.normalize():f} of full time"


def objection_to_extension(new_end_on: date, year: Bounds) -> str:
    """Why the year cannot end on that later day."""
    if any(stop.ended_on is None for stop in year.stops):
        return "The year is paused without a day of return. Write that day down first"
    last = days.short(year.planned_end_on)
    if new_end_on <= year.planned_end_on:
        return f"The year ends on {last} now. Choose a later day"
    if new_end_on > year.planned_end_on + LONGEST_EXTENSION:
        return f"Choose a day within a year of {last}"
    return ""


def objection_to_first_day(
    first: date, year: Bounds, *, kept: Sequence[date], last_on: date, today: date
) -> str:
    """Why the year cannot have begun on that day.

    `kept` are the days recorded or agreed in it; `last_on` is the last day that it would have.
    """
    if first == year.started_on:
        return f"The year starts on {days.short(first)} already. Write the right day"
    if first > today + FURTHEST_AHEAD:
        return "That is more than a year from now. Write an earlier day"
    if last_on < today:
        return f"The year would have ended on {days.short(last_on)}. Write a later day"
    moved = [*(each.started_on for each in year.stops), *(each.started_on for each in year.hours)]
    if moved and min(moved) < first:
        day = days.short(min(moved))
        return f"A change of this year counts from {day}. Write that day or an earlier one"
    if kept and min(kept) < first:
        day = days.short(min(kept))
        return f"Something is recorded or agreed for {day}. Write that day or an earlier one"
    return ""


def taken_on(known: date | None, was: date, first: date, today: date) -> date | None:
    """From which day the portal knows of a year whose first day becomes another.

    A year that began before the first day that was typed is known from that day, or from today.
    """
    if known is None:
        since = min(was, today)
        return since if first < since else None
    return known if known > first else None


def earlier_with(
    earlier: str, was: date, becomes: date, *, today: date, taken_on_on: date | None
) -> str:
    """What is known of something not recorded whose day becomes another with the first day.

    What lies in the past only because of that is "not known"; what is still to come is asked for.
    """
    if earlier == HAPPENED:
        return earlier
    if becomes >= today:
        return ""
    is_before = taken_on_on is not None and becomes < taken_on_on
    return NOT_KNOWN if is_before or was >= today else earlier


def objection_to_ending(last_on: date, year: Bounds, today: date) -> str:
    """Why the year cannot end for this person on that day."""
    if last_on < year.started_on:
        return f"The year starts on {days.short(year.started_on)}. Choose that day or a later one"
    if last_on > max(year.planned_end_on, today):
        return f"The year ends on {days.short(year.planned_end_on)}. Choose that day or an earlier"
    return ""


def _overlap(stop: Stop, others: Sequence[Stop]) -> str:
    for other in others:
        if overlaps(stop, other):
            until = days.short(other.ended_on) if other.ended_on else "a day not known yet"
            first = days.short(other.started_on)
            return (
                f"The year is paused from {first} to {until} already. Choose days outside of that, "
                "or take that change back first"
            )
    return ""
