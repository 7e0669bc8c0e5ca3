"""What people do around somebody's first day: tick what is done, and say what they found."""

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import beginning, queries
from portal.induction.models import FirstWeeksAnswer, FirstWeeksTask, Induction
from portal.induction.operations.reckoning import iso
from portal.induction.programmes import Programme
from portal.people.models import Person


def first_weeks_of(induction: Induction, programme: Programme, nation: str) -> list[FirstWeeksTask]:
    """The tasks of a programme for a year that begins, not yet in the session."""
    return [
        FirstWeeksTask(
            organisation_id=induction.organisation_id,
            induction_id=induction.id,
            induction=induction,
            position=position,
            key=one.task.key,
            title=one.task.title,
            owner=one.task.owner,
            due_on=one.due_on,
            is_known=one.is_known,
        )
        for position, one in enumerate(
            beginning.dated(programme, induction.started_on, today(), nation), start=1
        )
    ]


def record_task(by: Person, task: FirstWeeksTask) -> None:
    """Tick that a task is done today. A second tick changes nothing."""
    if task.done_on is not None:
        return
    task.done_on, task.recorded_by_id = today(), by.id
    audit.record(by, "induction.task_done", task, done_on=iso(task.done_on))


def take_back_task(by: Person, task: FirstWeeksTask) -> None:
    """Take a tick back: it waits again, and the trail keeps what it said."""
    if task.done_on is None:
        return
    was, task.done_on, task.recorded_by_id = task.done_on, None, None
    audit.record(by, "induction.task_taken_back", task, was=iso(was))


def answer_promise(
    by: Person,
    induction: Induction,
    answer_before: FirstWeeksAnswer | None,
    *,
    answer: str,
    words: str,
    told: str,
) -> FirstWeeksAnswer:
    """Keep what somebody says after six weeks, and tell the coordinators only if they want it.

    Neither the answer nor its words go into the trail or the notice.
    """
    given = answer_before or FirstWeeksAnswer(
        organisation_id=induction.organisation_id, induction_id=induction.id
    )
    was_told = given.told == beginning.COORDINATOR
    given.answer, given.words, given.told = answer, words.strip(), told
    given.answered_on = today()
    db.session.add(given)
    db.session.flush()
    audit.record(by, "induction.promise_answered", given, induction_id=str(induction.id))
    if told == beginning.COORDINATOR and not was_told:
        link = f"/inductions/{induction.id}/first-weeks"
        for coordinator in queries.coordinators(induction.organisation_id):
            notices.tell(coordinator, _said(induction), link=link, about=induction)
    return given


def _said(induction: Induction) -> str:
    return f"{induction.person.name} told you in confidence how the first weeks were."
