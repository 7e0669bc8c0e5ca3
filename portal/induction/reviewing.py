"""Reviewing: what a review says of the time since the last one, in counts and names of things.

Pure. Facts are pairs of a label and a value; nothing in them judges the person.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.induction import progress, signing
from portal.induction.programmes.template import Kind, ReviewPart
from portal.induction.progress import DatedThing
from portal.induction.promises import keeping
from portal.induction.promises.development import Balance, hours
from portal.induction.promises.keeping import Kept
from portal.induction.promises.ledger import Ledger
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
    """What happened in a span: items with their days, and the ledger of the year's promises."""

    items: Collection[DatedThing]
    ledger: Ledger
    since: date
    until: date


def covered(parts: Iterable[ReviewPart], party: str) -> list[ReviewPart]:
    """What the comment of one of the three covers: the programme's parts of a review for them."""
    shared = ("both", party) if party in (signing.NQSW, signing.ASSESSOR) else (party,)
    return [part for part in parts if part.owner in shared]


def facts(happened: Happened, kinds: Mapping[str, Kind]) -> list[list[str]]:
    """What the portal fills in, as pairs of a label and a value."""
    said = _promised(happened)
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


def _promised(happened: Happened) -> list[list[str]]:
    """Supervision, development time and workload as the ledger has them, of this span."""
    ledger, since, until = happened.ledger, happened.since, happened.until
    held = sum(each.state == keeping.HELD and since <= each.day <= until
               for each in ledger.supervision)  # fmt: skip
    said = [["Supervision held", _supervision(held, ledger.supervision_between(since, until))]]
    if ledger.terms.programme.development_time:
        said.append(["Development time", _time(ledger.time_between(since, until))])
    if ledger.terms.programme.workload or ledger.counts:
        said.append(["Workload", _workload(ledger, since, until)])
    return said


def _supervision(held: int, kept: Sequence[Kept]) -> str:
    """How often it was held, and promised. Where nothing is recorded nobody says it was missed."""
    number = sum(each.state == keeping.MISSED for each in kept)
    missed = f", {number} missed" if number else ""
    return f"{_times(held)}; {keeping.tally(kept).promised} promised{missed}"


def _time(time: Balance) -> str:
    missed = f", {hours(time.missed)} missed" if time.missed else ""
    return f"{hours(time.taken)} taken of {hours(time.promised)} promised{missed}"


def _workload(ledger: Ledger, since: date, until: date) -> str:
    """Where the points stood at the end of the span, or that nobody counted them in it."""
    day, load = ledger.load_between(since, until)
    return f"{load.words}, on {days.short(day)}" if day else load.words


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
