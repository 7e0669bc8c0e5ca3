"""Reviewing: what a review says of the time since the last one, in counts and names of things.

Pure. Facts are pairs of a label and a value; nothing in them judges the person.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from portal.induction import progress, signing
from portal.induction.programmes.template import Kind
from portal.induction.progress import DatedThing
from portal.web import days

LONGEST = 5_000
LABELS = {
    signing.NQSW: "The newly qualified worker’s comment",
    signing.ASSESSOR: "The assessor’s comment",
    signing.MANAGER: "The manager’s comment",
}
ASKED = {
    signing.NQSW: "How has it gone for you, and what do you want to come next?",
    signing.ASSESSOR: "What has this person shown, and what comes next?",
    signing.MANAGER: "How has the work gone, and what will you do to support what comes next?",
}
REFRESHED = "The facts were filled in again"
REOPENED = "The review was opened again"
ALTERED = "A comment was changed"


@dataclass(frozen=True)
class Happened:
    """What happened in a span: items with their days, and supervision sessions held."""

    items: Collection[DatedThing]
    supervisions: int
    since: date
    until: date


def facts(happened: Happened, kinds: Mapping[str, Kind]) -> list[list[str]]:
    """What the portal fills in, as pairs of a label and a value."""
    said = [["Supervision held", _times(happened.supervisions)]]
    said += [[_title(kinds, kind), str(number)] for kind, number in _held(happened).items()]
    waiting = [
        f"{item.title}, due by {days.short(progress.on_day(item))}"
        for item in progress.was_due(list(happened.items), happened.until + timedelta(days=1))
        if item.kind != "review"
    ]
    said.append(["Still to come that was due", "; ".join(waiting) or "nothing"])
    coming = progress.upcoming(list(happened.items), happened.until + timedelta(days=1))[:3]
    next_three = [f"{item.title}, by {days.short(progress.on_day(item))}" for item in coming]
    said.append(["Next", "; ".join(next_three) or "nothing more in the programme"])
    return said


def period(since: date, until: date) -> str:
    """The heading of the facts: from when until when."""
    return f"What happened from {days.short(since)} to {days.short(until)}"


def _held(happened: Happened) -> Counter[str]:
    within = [
        item.kind
        for item in happened.items
        if item.held_on is not None and happened.since <= item.held_on <= happened.until
    ]
    return Counter(within)


def _title(kinds: Mapping[str, Kind], kind: str) -> str:
    words = kinds[kind].many if kind in kinds else kind
    return words[:1].upper() + words[1:]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times" if number else "none recorded"
