"""Agreeing: the steps of the support and assessment agreement, and what the portal fills in.

Pure. The steps are data (`agreeing.toml`). `Known` is what the portal knows of a year; `facts`
turns it into sentences, by the key of the step. Sources: GOV.UK ASYE framework 2026 (what the
agreement is about, signed anew with another assessor or an extension).
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal.induction.programmes import Programme
from portal.web import days

LONGEST = 5_000
FIRST, ASSESSOR, EXTENSION, CHANGE = "first", "assessor", "extension", "change"
REASONS = {
    FIRST: "The first agreement of the year",
    ASSESSOR: "Agreed anew with another assessor",
    EXTENSION: "Agreed anew with another planned end",
    CHANGE: "Agreed anew because something else changed",
}
CONCERNS = (
    "Either side says early and in person what does not go well; nothing is saved up for a review.",
    "The newly qualified worker may speak to the coordinator in confidence at any time.",
    "Where more help is needed an extra support plan is made, seen by all from its first day.",
)


@dataclass(frozen=True)
class Step:
    """One step: its key and title, the label of what is written, what is asked, and whether
    it has to be answered."""

    key: str
    title: str
    label: str
    asked: str
    hint: str = ""
    required: bool = False
    private: bool = False


@dataclass(frozen=True)
class Known:
    """What the portal knows of a year: names or "", share of full time, days with their titles."""

    worker: str
    assessor: str
    manager: str
    programme: Programme
    started_on: date
    planned_end_on: date
    fte: str
    dates: Sequence[tuple[str, date]]


def _steps() -> tuple[Step, ...]:
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(Step(**row) for row in found["step"])


STEPS = _steps()
_BY_KEY = {each.key: each for each in STEPS}


def step(key: str) -> Step:
    """The step of that key."""
    return _BY_KEY[key]


def facts(known: Known) -> dict[str, list[str]]:
    """What the portal fills in, in sentences, by the key of the step."""
    promises = {each.key: each for each in known.programme.entitlements}
    said = [f"{each.title}: {each.promise}" for each in promises.values()]
    about = {
        key: f"{promises[key].title}: {promises[key].promise}"
        for key in ("supervision", "development-time", "workload")
        if key in promises
    }
    lighter = [about[key] for key in ("development-time", "workload") if key in about]
    return {
        "people": _people(known),
        "promises": said,
        "supervision": [about["supervision"]] if "supervision" in about else [],
        "dates": [f"{title}: {days.in_words(day)}" for title, day in known.dates],
        "workload": [_hours(known.fte), *lighter],
        "learning": [f"Measured against: {known.programme.standards}."],
        "concerns": list(CONCERNS),
    }


def followed(
    kept: Mapping[str, list[str]], now: dict[str, list[str]], *, is_begun: bool
) -> dict[str, list[str]]:
    """What a draft says today: what is known now. Once somebody has signed it, only its people and
    its time follow, so that a day that moves makes no signature void."""
    return {**kept, "people": now["people"]} if is_begun else now


def reason_for_next(*, assessor_changed: bool, end_changed: bool) -> str:
    """Why an agreement that all have signed is agreed anew."""
    if assessor_changed:
        return ASSESSOR
    return EXTENSION if end_changed else CHANGE


def _people(known: Known) -> list[str]:
    first, last = days.in_words(known.started_on), days.in_words(known.planned_end_on)
    return [
        f"Newly qualified worker: {known.worker}",
        f"Assessor: {known.assessor or 'not chosen yet'}",
        f"Manager: {known.manager or 'nobody in the directory'}",
        f"Programme: {known.programme.name}",
        f"From {first} to {last}",
    ]


def _hours(fte: str) -> str:
    return "Full time." if fte == "1" else f"{fte} of full time; the year is longer in proportion."
