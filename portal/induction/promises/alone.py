"""Alone: which work nobody in their first year holds alone yet, and who stands beside them.

Pure. The programme names kinds of work and the month up to whose end each is held jointly. A
manager may decide that somebody holds one alone from a day on, with a reason from the list. A
rule ends by itself, with its month.

Source: employers' rules for newly qualified workers (2021 to 2026); the portal's N3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.induction.programmes.template import NotAlone
from portal.web import days

REASONS: dict[str, str] = {
    "ready": "Ready, as seen in direct observation",
    "experience": "Did this work before in another role",
    "joint": "A colleague stays at hand",
    "cover": "There is nobody else at the moment",
}


@dataclass(frozen=True)
class Decided:
    """What was decided about one kind of work: beside whom, and alone from which day."""

    co_worker: str = ""
    alone_from_on: date | None = None
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True)
class Rule:
    """One kind of work on a day: until when it is held jointly, and what was decided."""

    key: str
    title: str
    until_on: date
    decided: Decided
    is_over: bool
    is_alone: bool
    is_local: bool = False

    @property
    def words(self) -> str:
        """With whom it is done and until when, or alone from when and why."""
        if self.decided.alone_from_on is None:
            beside = self.decided.co_worker
            who = f"Together with {beside}" if beside else "Nobody is named yet"
            return f"{who}, until {days.in_words(self.until_on)}"
        why, since = REASONS[self.decided.reason], days.in_words(self.decided.alone_from_on)
        return f"Alone from {since}, decided by {self.decided.decided_by}. {why}"


def objection(day: date, *, started_on: date, until_on: date) -> str:
    """Why nobody can be said to hold a kind of work alone from that day, or ""."""
    if day < started_on:
        return f"The year starts on {days.short(started_on)}. Choose that day or a later one"
    if day > until_on:
        return f"The rule ends by itself on {days.short(until_on)}. Choose an earlier day"
    return ""


def rules(
    kinds: Sequence[tuple[NotAlone, date]], decided: dict[str, Decided], today: date
) -> list[Rule]:
    """The rules of a programme for one person: each kind of work with its last day."""
    return [
        Rule(
            key=kind.key,
            title=kind.title,
            until_on=until_on,
            decided=(one := decided.get(kind.key, Decided())),
            is_over=today > until_on,
            is_alone=one.alone_from_on is not None and one.alone_from_on <= today,
            is_local=kind.is_local,
        )
        for kind, until_on in kinds
    ]
