"""Setting a goal, planning towards it, sharing it with one person, and looking at it together.

The trail says that something was done, never what somebody wants or says.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.pathways import queries
from portal.pathways.catalogue import Place
from portal.pathways.checking_in import Asked
from portal.pathways.models import CheckIn, CheckInView, GoalStep, PathwayGoal
from portal.pathways.models.goals import REPLACED
from portal.people.models import Person


def set_goal(person: Person, place: Place) -> PathwayGoal:
    """Make a place somebody's goal; the one before gives way to it."""
    before = queries.goal_of(person)
    if before is not None and before.place_key == place.key:
        return before
    if before is not None:
        end_goal(person, before, REPLACED)
    goal = PathwayGoal(
        organisation_id=person.organisation_id, person_id=person.id, person=person,
        place_key=place.key, place_title=place.title,
    )  # fmt: skip
    db.session.add(goal)
    db.session.flush()
    audit.record(person, "pathways.goal_set", goal)
    return goal


def change_goal(person: Person, goal: PathwayGoal, *, why: str, by_on: date | None) -> bool:
    """Keep why somebody wants it and by when; False where nothing changes."""
    if (goal.why, goal.by_on) == (why, by_on):
        return False
    goal.why, goal.by_on = why, by_on
    db.session.flush()
    audit.record(person, "pathways.goal_changed", goal)
    return True


def end_goal(person: Person, goal: PathwayGoal, ended_as: str) -> None:
    """End a goal: reached, let go, or given way to another. Only its owner reads it then."""
    goal.ended_on, goal.ended_as = today(), ended_as
    db.session.flush()
    audit.record(person, "pathways.goal_ended", goal)


def plan_step(
    person: Person, goal: PathwayGoal, words: str, *, due_on: date | None, requirement_key: str = ""
) -> GoalStep:
    """Add a step to the plan; for one requirement only once."""
    there = [each for each in goal.steps if requirement_key == each.requirement_key != ""]
    if there:
        return there[0]
    step = GoalStep(
        organisation_id=goal.organisation_id, goal_id=goal.id, goal=goal, words=words,
        number=max((each.number for each in goal.steps), default=0) + 1,
        due_on=due_on, requirement_key=requirement_key,
    )  # fmt: skip
    db.session.add(step)
    db.session.flush()
    db.session.expire(goal, ["steps"])
    audit.record(person, "pathways.step_planned", step)
    return step


def mark_step(person: Person, step: GoalStep, *, is_done: bool) -> None:
    """Say that a step is done, or that it is not after all."""
    if is_done == (step.done_on is not None):
        return
    step.done_on = today() if is_done else None
    db.session.flush()
    audit.record(person, "pathways.step_done" if is_done else "pathways.step_reopened", step)


def remove_step(person: Person, step: GoalStep) -> None:
    """Take a step out of the plan."""
    audit.record(person, "pathways.step_removed", step)
    db.session.delete(step)
    db.session.flush()


def share_goal(person: Person, goal: PathwayGoal, reader: Person | None) -> bool:
    """Share a goal with one person, who is told; with nobody it is its owner's alone again."""
    if goal.shared_with_id == (reader.id if reader else None):
        return False
    goal.shared_with_id, goal.shared_with = (reader.id if reader else None), reader
    goal.shared_on = today() if reader else None
    db.session.flush()
    audit.record(person, "pathways.goal_shared" if reader else "pathways.goal_kept", goal)
    if reader:
        told = f"{person.name} shares their goal with you. Read it."
        notices.tell(reader, told, link=f"/goals/{goal.id}", about=goal)
    return True


def begin_check_in(person: Person, goal: PathwayGoal, asked: Sequence[Asked]) -> CheckIn:
    """Ask whoever the goal is shared with to say where one stands; an open one is gone on with."""
    reader = goal.shared_with
    if reader is None:
        raise ValueError("A check-in needs somebody with whom the goal is shared.")
    last = queries.last_check_in(goal)
    if last is not None and last.with_id == reader.id and not last.is_open_to_both:
        return last
    begun = CheckIn(
        organisation_id=goal.organisation_id, goal_id=goal.id, goal=goal, with_id=reader.id,
        other=reader, asked=[[each.key, each.words] for each in asked],
    )  # fmt: skip
    db.session.add(begun)
    db.session.flush()
    audit.record(person, "pathways.check_in_begun", begun)
    told = f"{person.name} asks you for a check-in on their goal. Say where you see them."
    notices.tell(reader, told, link=f"/check-ins/{begun.id}", about=begun)
    return begun


def say_in_check_in(person: Person, check_in: CheckIn, answers: Mapping[str, str]) -> None:
    """Keep where one of the two sees the person; once both have said it each is told."""
    view = check_in.view_of(person.id)
    if view is not None:
        view.answers = dict(answers)
    else:
        view = CheckInView(
            organisation_id=check_in.organisation_id, check_in_id=check_in.id,
            person_id=person.id, answers=dict(answers),
        )  # fmt: skip
        db.session.add(view)
    db.session.flush()
    db.session.expire(check_in, ["views"])
    audit.record(person, "pathways.check_in_said", check_in)
    if check_in.is_open_to_both:
        is_mine = person.id == check_in.goal.person_id
        reader = check_in.other if is_mine else check_in.goal.person
        told = f"{person.name} has said theirs too: you can compare."
        notices.tell(reader, told, link=f"/check-ins/{check_in.id}", about=check_in)


def agree_in_check_in(person: Person, check_in: CheckIn, words: str) -> bool:
    """Keep what the two agreed after comparing; False where nothing changes."""
    if check_in.agreed == words:
        return False
    check_in.agreed = words
    db.session.flush()
    audit.record(person, "pathways.check_in_agreed", check_in)
    return True
