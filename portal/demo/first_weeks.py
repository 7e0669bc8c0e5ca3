"""The first weeks of the demo's years: what was done on its day, and what is still to do."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from portal.demo import past
from portal.demo.pairings import COORDINATOR, NEWLY_QUALIFIED
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.induction import beginning, operations, programmes, queries
from portal.induction.models import FirstWeeksTask, Induction
from portal.people.models import Person

LATELY = timedelta(weeks=8)
STILL_OPEN = ("case-system-training", "laptop-works")  # due, and not ticked yet
SAID = {
    9: ("yes", "", "nobody"),
    12: ("partly", "Fewer joint visits than we spoke of.", "coordinator"),
}
STARTS_IN = timedelta(weeks=2)


class Year(Protocol):
    """One year of the demo, and whose it is."""

    @property
    def one(self) -> Employee:
        """Whose year it is."""

    @property
    def induction(self) -> Induction:
        """The year itself."""


def begin_years(scene: Scene, years: Sequence[Year]) -> None:
    """Tick what was done, leave what is to come, and let some say how the first weeks were."""
    for year in years:
        _tick(scene, year)
        answer = SAID.get(year.one.seat.week or 0)
        if answer and beginning.is_asked(year.induction.started_on, scene.today):
            said, words, told = answer
            with past.on(year.induction.started_on + timedelta(days=38)):
                operations.answer_promise(
                    year.one.person, year.induction, None, answer=said, words=words, told=told
                )
    _before_day_one(scene)


def _tick(scene: Scene, year: Year) -> None:
    by = _coordinator(scene)
    is_late = year.induction.started_on > scene.today - LATELY
    for task in queries.tasks_of(year.induction):
        if task.due_on >= scene.today or (is_late and task.key in STILL_OPEN):
            continue
        if is_late:
            with past.on(max(task.due_on, year.induction.started_on)):
                operations.record_task(_doer(scene, year, task), task)
        else:  # long ago: that it was done is enough
            task.done_on, task.recorded_by_id = task.due_on, by.id


def _doer(scene: Scene, year: Year, task: FirstWeeksTask) -> Person:
    if task.owner == "nqsw":
        return year.one.person
    manager = scene.manager_of(year.one)
    return manager if manager and task.owner in ("manager", "it") else _coordinator(scene)


def _before_day_one(scene: Scene) -> None:
    """One of those who are not enrolled yet starts in two weeks; the first things are done."""
    waiting = [one for one in scene.doing(NEWLY_QUALIFIED) if not one.seat.week]
    if len(waiting) < 2:
        return  # the only one is left for whoever tries enrolling
    first = _monday(scene.today + STARTS_IN)
    with past.on(weekday(scene.today - timedelta(days=14))):
        year = operations.enrol(
            _coordinator(scene),
            waiting[0].person,
            programme=programmes.usual(),
            started_on=first,
            fte=Decimal(1),
        )
    for task in queries.tasks_of(year):
        if task.due_on < scene.today - timedelta(days=1):
            with past.on(task.due_on):
                operations.record_task(_coordinator(scene), task)


def _coordinator(scene: Scene) -> Person:
    return scene.doing(COORDINATOR)[0].person


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
