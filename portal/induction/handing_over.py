"""Handing over: what stands against somebody's becoming the assessor of a year from a day on.

Pure; each objection is a sentence for the coordinator, empty where nothing stands against it.
Source: assessor and mentor are never the same person (the portal's domain notes, capability 36);
a change of assessor is planned by the coordinator with a hand-over of three (ASYE guidance).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.web import days

LONGEST = 5_000
STATEMENT = "I have read this hand-over, and I confirm it."


@dataclass(frozen=True)
class Asked:
    """Somebody who is to assess: who, from when, and what is known of them and of the year."""

    assessor_id: UUID
    name: str
    worker_id: UUID
    worker: str
    from_on: date
    started_on: date
    planned_end_on: date
    today_assessor_id: UUID | None
    planned_for: str = ""
    is_mentor: bool = False


def objection(asked: Asked, today: date) -> str:
    """Why this person cannot become the assessor from that day."""
    if asked.assessor_id == asked.worker_id:
        return f"{asked.name} cannot assess their own year"
    if asked.assessor_id == asked.today_assessor_id:
        return f"{asked.name} assesses this year already. Choose somebody else"
    if asked.is_mentor:
        return (
            f"{asked.name} mentors {asked.worker}, and whoever mentors somebody does not assess "
            "them. Choose somebody else, or end the mentoring first"
        )
    if asked.planned_for:
        return f"A hand-over to {asked.planned_for} is planned already. Take it back first"
    return _day_objection(asked, today)


def _day_objection(asked: Asked, today: date) -> str:
    if asked.from_on < today:
        return "This day has passed. Choose today or a later day"
    if asked.from_on < asked.started_on:
        first = days.short(asked.started_on)
        return f"The year starts on {first}. Choose that day or a later one"
    if asked.from_on > asked.planned_end_on:
        last = days.short(asked.planned_end_on)
        return f"The year ends on {last}. Choose that day or an earlier one"
    return ""
