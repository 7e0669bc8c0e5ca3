"""Kinds of task that support roles take on under a social worker, and the hours that frees. Pure.

A model names its kinds of task. In a team each is given to somebody in a support role, under the
direction of a named social worker, with the hours a week that social workers no longer spend on it.
Hours are said by whoever shares the work out: they are an estimate, in quarters of an hour.

Shapes: `Given` is what was given to whom. Units: hours a week. Raises nothing: an objection is a
field and a sentence. Source: Somerset pods as published in 2010; the tier of workers under the
direction of social workers in Scotland's 21st Century Review (2006).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from portal.web.numbers import in_words

A_WEEK = Decimal(37)
QUARTER = Decimal("0.25")
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Given:
    """A kind of task with who does it, who directs them, and the hours a week it frees."""

    kind: str
    done_by: UUID
    directed_by: UUID
    hours: Decimal


def objection(
    asked: Given, others: Iterable[Given], doers: Collection[UUID], directors: Collection[UUID]
) -> tuple[str, str] | None:
    """What stands against giving this task beside what is given already: the field and why."""
    if asked.done_by not in doers:
        return "done_by", "Choose somebody who is in a support role of this team"
    if asked.directed_by not in directors or asked.directed_by == asked.done_by:
        return "directed_by", "Choose a social worker of this team, other than who does the task"
    if not NONE < asked.hours <= A_WEEK or asked.hours % QUARTER:
        return "hours", f"Write hours a week in quarters, more than 0 and at most {A_WEEK}"
    own = [each for each in others if each.done_by == asked.done_by]
    if any(each.kind == asked.kind for each in own):
        return "done_by", "They do this already. Change what is there"
    spent = freed(own)
    if spent + asked.hours > A_WEEK:
        left = as_hours(A_WEEK - spent)
        return "hours", f"With their other tasks that is more than a week. {left} left"
    return None


def freed(given: Iterable[Given]) -> Decimal:
    """The hours a week that these tasks free for social workers."""
    return sum((each.hours for each in given), NONE)


def as_hours(hours: Decimal) -> str:
    """Hours as people say them: "1 hour", "2.5 hours"."""
    number = f"{hours.normalize():f}"
    return f"{number} {'hour' if hours == 1 else 'hours'}"


def lacks(given: Given, here: Collection[UUID]) -> str:
    """What a task lacks because somebody is no longer in the team; empty if nothing."""
    if given.done_by not in here:
        return "Who did this is no longer in the team"
    if given.directed_by not in here:
        return "Who directed this is no longer in the team"
    return ""


def words(given: Collection[Given], lacking: int) -> str:
    """How the tasks of a team stand, in a sentence or two."""
    if not given:
        return "No kind of task has been given to anybody yet."
    said = f"{as_hours(freed(given))} a week {'is' if freed(given) == 1 else 'are'} freed"
    need = "needs somebody new" if lacking == 1 else "need somebody new"
    rest = f" {in_words(lacking).capitalize()} of the tasks {need}." if lacking else ""
    return f"{said} for social workers.{rest}"
