"""Giving kinds of task to people in support roles, changing that, and ending it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from portal import audit, notices
from portal.database import db
from portal.people.models import Person, Unit
from portal.people.operations.refusals import AnswerRefusedError
from portal.teams import queries, tasks
from portal.teams.modelling import Model
from portal.teams.models import TeamTask
from portal.teams.tasks import Given

ONE_DAY = timedelta(days=1)


def give_task(
    by: Person, unit: Unit, model: Model, kind: str, *, day: date, **facts: Any
) -> TeamTask:
    """Give a kind of task to somebody from today on; they and who directs them are told.

    Raises AnswerRefusedError where it cannot be given so.
    """
    title = next((each.title for each in model.tasks if each.key == kind), "")
    if not title:
        raise AnswerRefusedError("kind", "Choose one of the kinds of task of the model")
    task = TeamTask(
        organisation_id=unit.organisation_id, unit_id=unit.id, unit=unit, kind=kind, title=title,
        started_on=day,
    )  # fmt: skip
    _write(task, model, day, **facts)
    db.session.add(task)
    db.session.flush()
    audit.record(by, "teams.task_given", task, kind=kind)
    _tell(by, task, [task.done_by, task.directed_by])
    return task


def change_task(by: Person, task: TeamTask, model: Model, *, day: date, **facts: Any) -> bool:
    """Change who does a task, who directs it, or its hours; False where nothing is different.

    Raises AnswerRefusedError where it cannot be given so.
    """
    before = {name: getattr(task, name) for name in facts}
    if before == facts:
        return False
    _write(task, model, day, **facts)
    db.session.flush()
    changed = sorted(name for name in facts if facts[name] != before[name])
    audit.record(by, "teams.task_changed", task, fields=changed)
    _tell(by, task, [facts[name] for name in changed if name != "hours"])
    return True


def end_task(by: Person, task: TeamTask, day: date) -> None:
    """Let nobody do a task any more from today on; one given today was never given."""
    if task.started_on >= day:
        db.session.delete(task)
    else:
        task.ended_on = day - ONE_DAY
    db.session.flush()
    audit.record(by, "teams.task_ended", task, kind=task.kind)


def _write(
    task: TeamTask, model: Model, day: date, *, done_by: Person, directed_by: Person, hours: Decimal
) -> None:
    """Let it be so, or raise."""
    people = queries.colleagues(task.unit, model, day)
    others = [each.given for each in queries.tasks_of(task.unit, day) if each.id != task.id]
    found = tasks.objection(
        Given(task.kind, done_by.id, directed_by.id, hours),
        others,
        {each.id for each in people.doers},
        {each.id for each in people.directors},
    )
    if found:
        raise AnswerRefusedError(*found)
    task.done_by, task.done_by_id = done_by, done_by.id
    task.directed_by, task.directed_by_id = directed_by, directed_by.id
    task.hours = hours


def _tell(by: Person, task: TeamTask, people: list[Person]) -> None:
    """Tell whoever it is new to; nobody is told of their own deed."""
    for each in people:
        if each.id == by.id:
            continue
        said = (
            f"You direct {task.done_by.name} in: {task.title}."
            if each.id == task.directed_by_id
            else f"A task of the team is yours now: {task.title}. {task.directed_by.name} directs."
        )
        notices.tell(each, said, link=f"/teams/{task.unit_id}/tasks", about=task)
