"""Observing: the words of direct observations, and whether those of a year are spread well.

Pure. Source of the spread: GOV.UK ASYE framework 2026 (three observations, one in each part of
the year); that one is early, one late and not all by one observer is advice, never a refusal.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Protocol

from portal.induction import holding
from portal.induction.calendar import end_of
from portal.induction.moving import UNMOVED, Moves, shifted
from portal.induction.programmes.template import MONTH, Programme, Span, Stage
from portal.web import days
from portal.web.numbers import in_words

KIND: Final = "observation"
WORKER: Final = "worker"
OBSERVER: Final = "observer"
YES: Final = "yes"
NO: Final = "no"
WITHDRAWN: Final = "withdrawn"
NOT_NEEDED: Final = "not needed"

SETTINGS = {
    "home visit": "A visit at home",
    "family meeting": "A meeting with a family",
    "direct work": "Direct work with a child or young person",
    "review": "A review, conference or core group",
    "professionals": "A meeting of professionals",
    "call": "A telephone or video call",
}
CONSENTS = {
    YES: "They said yes",
    NO: "They said no",
    WITHDRAWN: "They said yes before, and have taken it back",
    NOT_NEEDED: "No family takes part in it",
}
WAYS = {
    "spoken": "They said so to the worker",
    "signed": "They signed; the paper is in the case system",
    "carer": "A parent or carer said so for a child",
    "easy read": "With pictures, an interpreter or easy words",
}
REASONS = {
    "family": "The family asked for another day",
    "worker": "The newly qualified worker was away",
    "observer": "The observer was away",
    "work": "Something urgent came up",
    "other": "Another reason",
}


@dataclass(frozen=True)
class Section:
    """A part of the record: what it is called, whose it is, and what belongs in it."""

    title: str
    owner: str
    hint: str


SECTIONS = {
    "context": Section(
        "Before: the context", WORKER, "What is planned, why, and what you would like to be seen."
    ),
    "seen": Section("What was seen", OBSERVER, "What was said and done, as you saw it."),
    "feedback": Section("Feedback", OBSERVER, "What went well, and what to try next time."),
    "actions": Section("Agreed actions", OBSERVER, "Who does what, by when."),
    "reflection": Section(
        "Afterwards: your reflection", WORKER, "What you learnt, and what you will do with it."
    ),
}
OBSERVING_ROLES = ("assessor", "coach", "mentor", "consultant", "manager", "principal")


class Watched(Protocol):
    """An observation, held or planned, as this module looks at it."""

    planned_on: Any
    observer_id: Any


def objection_to_day(day: date, *, started_on: date, planned_end_on: date, today: date) -> str:
    """Why no observation can be on that day; one that took place already may be written up."""
    if day <= today:
        return holding.objection_to_holding(day, started_on=started_on, today=today)
    return holding.objection_to_booking(
        day, started_on=started_on, planned_end_on=planned_end_on, today=today
    )


def objection_to_finishing(planned_on: date, consent: str, today: date, *, is_empty: bool) -> str:
    """Why one of the two cannot say yet that they have finished."""
    if planned_on > today:
        return f"It is planned for {days.in_words(planned_on)}. Finish once it has taken place"
    if consent == "":
        return "Record first what the family answered when they were asked"
    if consent in (NO, WITHDRAWN):
        return "The family did not agree. Move the observation to another piece of work"
    return "Write at least a sentence in your part first" if is_empty else ""


def stage_on(
    programme: Programme, day: date, *, started_on: date, fte: Decimal, moves: Moves = UNMOVED
) -> Stage:
    """The stage of the programme in which a day falls; after the last, the last.

    A stage ends later by the pauses and extensions before its end, and in proportion to the hours.
    """
    for stage in programme.stages:
        nominal = end_of(Span(stage.to_month, MONTH), started_on, Fraction(fte))
        if day <= shifted(nominal, moves):
            return stage
    return programme.stages[-1]


def advice(watched: Collection[Watched], *, wanted: int, started_on: date, ends: date) -> list[str]:
    """What would spread the observations of a year better: one early, one late, two observers.

    Said as soon as it can be told from what is planned; nothing here refuses anything.
    """
    if not watched:
        return []
    third = timedelta(days=(ends - started_on).days // 3)
    said = []
    planned = [each.planned_on for each in watched]
    if min(planned) > started_on + third:
        said.append("None is in the first third of the year.")
    if len(watched) >= max(wanted, 2) and max(planned) < ends - third:
        said.append("None is in the last third of the year.")
    if len(watched) > 1 and len({each.observer_id for each in watched}) == 1:
        number = "Both" if len(watched) == 2 else f"All {in_words(len(watched))}"
        said.append(f"{number} have the same observer. Ask somebody else for one of them.")
    return said
