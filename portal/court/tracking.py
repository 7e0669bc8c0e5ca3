"""The steps of a first time in court, where somebody stands, and how long words are kept. Pure.

A matter is a neutral letter and its steps; nothing says whose it is. Steps may be recorded in
another order than planned: a sentence says so, and nothing is in the way. Only the decision that
somebody is ready to lead needs the debrief, and a person who decides it. Three months after the
debrief everything is deleted; that somebody is ready to lead stays.

Shapes: `done` are the days of the steps that took place, by key. Units: days, whole calendar
months. Raises nothing. Source: the 2010 pilots' wish for consultants beside those who go to court
for the first time; the portal's plan (2026).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase

from portal.period import months_after
from portal.web import days
from portal.working_days import is_working_day

KEPT_MONTHS = 3
A_WEEK, ONE_DAY = timedelta(days=7), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done on the way; `done_word` is how it is told afterwards."""

    key: str
    title: str
    done_word: str
    is_of_consultant: bool = False


STEPS = (
    Step("shadowed", "Shadow a hearing", "Shadowed"),
    Step("drafted", "Draft the statement", "Drafted"),
    Step("checked", "The consultant checks the draft", "Checked", is_of_consultant=True),
    Step("heard", "Hearing, with the consultant beside you", "Held"),
    Step("debriefed", "Talk about it afterwards", "Talked"),
)
BY_KEY = {step.key: step for step in STEPS}
Done = Mapping[str, date]


def next_step(done: Done) -> Step | None:
    """The first step that has not taken place; None once all have."""
    return next((step for step in STEPS if step.key not in done), None)


def in_words(letter: str, done: Done) -> str:
    """Where a matter stands, in a sentence."""
    ahead = next_step(done)
    if ahead is None:
        return (
            f"Matter {letter}: every step has taken place. The consultant decides what comes next."
        )
    return (
        f"Matter {letter}: {len(done)} of {len(STEPS)} steps have taken place. Next: {ahead.title}."
    )


def objection(day: date, today: date) -> str:
    """What stands against the day of a step; empty if nothing."""
    return "Say it once it has taken place. This day is to come" if day > today else ""


def out_of_order(step: Step, done: Done) -> str:
    """A sentence where steps before this one have not been recorded; it is in nobody's way."""
    before = STEPS[: STEPS.index(step)]
    left = [each.title for each in before if each.key not in done]
    return f"Not recorded before it: {', '.join(left)}." if left else ""


def may_decide(done: Done) -> str:
    """What is missing before somebody can be found ready to lead; empty if nothing."""
    return "" if "debriefed" in done else "Talk about the hearing first, and record that"


def deleted_on(done: Done) -> date | None:
    """The day after which nothing of a matter is kept; None until the debrief."""
    day = done.get("debriefed")
    return months_after(day, KEPT_MONTHS) if day else None


def about_day(day: date, nation: str) -> str:
    """A sentence about a day on which no court sits; empty for a working day."""
    return "" if is_working_day(day, nation) else f"{days.in_words(day)} is not a working day."


def is_told_of(day: date, today: date, nation: str) -> bool:
    """Whether somebody is told today of a deadline: a week before, and a working day before."""
    last = day - ONE_DAY
    while not is_working_day(last, nation):
        last -= ONE_DAY
    return today in (day - A_WEEK, last)


def next_letter(taken: frozenset[str]) -> str | None:
    """The next neutral letter; None where somebody has as many matters as there are letters."""
    return next((letter for letter in ascii_uppercase if letter not in taken), None)
