"""Beginning: what is done before day one and in the first six weeks, by whom, by which day.

Pure. Days are working days of the organisation's nation, counted from day one, which counts as it
is, even where it is no working day. Source: local practice, as each programme's file says.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from portal import working_days
from portal.induction.programmes.template import Programme, Task
from portal.web import days
from portal.web.numbers import in_words

ANSWERS = {"yes": "Yes", "partly": "Partly", "no": "No"}
NOBODY, COORDINATOR = "nobody", "coordinator"
TOLD = {NOBODY: "Nobody yet", COORDINATOR: "The induction coordinator, in confidence"}
WEEKS = 6
ENROLLED_LATE = timedelta(days=14)  # until then what should have been done is still asked for
ASKED_AFTER = timedelta(days=35)  # the first day of week 6
LINGERS = timedelta(days=56)  # two weeks after the six, the first weeks are left to their page
OWNERS = {
    "nqsw": "the newly qualified worker",
    "manager": "the manager",
    "it": "IT",
    "hr": "HR",
    "coach": "the coach or mentor",
    "coordinator": "the induction coordinator",
    "assessor": "the assessor",
}


class Doable(Protocol):
    """A task of somebody's first weeks."""

    due_on: Any
    done_on: Any
    is_known: Any


Thing = TypeVar("Thing", bound=Doable)


@dataclass(frozen=True)
class Dated:
    """A task with its day. It is not known where the portal learnt of the year only after it."""

    task: Task
    due_on: date
    is_known: bool


def dated(programme: Programme, started_on: date, today: date, nation: str = "ENG") -> list[Dated]:
    """Every task with its day, in order; `today` is the day of enrolling."""
    found = [(due_on(task, started_on, nation), task) for task in programme.first_weeks]
    found.sort(key=lambda one: one[0])
    in_time = today <= started_on + ENROLLED_LATE
    return [Dated(task, day, is_known=in_time or day >= today) for day, task in found]


def due_on(task: Task, started_on: date, nation: str = "ENG") -> date:
    """The day of a task: so many working days before or after day one."""
    if task.due >= 0:
        return working_days.after(started_on, task.due, nation) if task.due else started_on
    day = started_on
    for _ in range(-task.due):
        day = working_days.on_or_before(day - timedelta(days=1), nation)
    return day


def is_asked(started_on: date, today: date) -> bool:
    """Whether six weeks have gone far enough to ask: is this what you were promised?"""
    return today >= started_on + ASKED_AFTER


def is_near(started_on: date, today: date) -> bool:
    """Whether the first weeks are ahead, under way or just over."""
    return today < started_on + LINGERS


def is_pressing(started_on: date, today: date) -> bool:
    """Whether the question of week 6 is put where it cannot be missed, and not only on its page."""
    return is_asked(started_on, today) and is_near(started_on, today)


def still_open(tasks: Iterable[Thing]) -> list[Thing]:
    """What is not done and was asked for in time, by day."""
    waiting = [task for task in tasks if task.done_on is None and task.is_known]
    return sorted(waiting, key=lambda task: task.due_on)


def standing(tasks: Collection[Thing], today: date, started_on: date, whose: str) -> str:
    """The first sentence: how much is done, and what was due. `whose` is "your" or a name's."""
    if not tasks:
        return "The programme names nothing to do before day one or in the first weeks."
    known = [task for task in tasks if task.is_known or task.done_on]
    if not known:
        return f"The portal does not know {whose} first weeks: they were over at enrolling."
    waiting = still_open(tasks)
    when = _when(started_on, today)
    if not waiting:
        return f"{when} Everything that {whose} first weeks ask for is done."
    number = sum(task.done_on is not None for task in known)
    said = f"{when} {in_words(number).capitalize()} of {len(known)} things are done."
    if not number:
        said = f"{when} None of {len(known)} things is done yet."
    past = [task for task in waiting if task.due_on < today]
    if past:
        return f"{said} {in_words(len(past)).capitalize()} {_was(past)} due before today."
    return f"{said} The next is due {_day(waiting[0].due_on, today)}."


def _was(past: Collection[Doable]) -> str:
    return "was" if len(past) == 1 else "were"


def _when(started_on: date, today: date) -> str:
    if started_on > today:
        return f"Day one is {_day(started_on, today)}."
    if started_on == today:
        return "Today is day one."
    week = (today - started_on).days // 7 + 1
    return f"It is week {week} since day one." if week <= WEEKS else "The first six weeks are over."


def _day(day: date, today: date) -> str:
    return "today" if day == today else f"on {days.in_words(day)}"
