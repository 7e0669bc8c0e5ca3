"""Goals on the pathway and check-ins on them, for tests."""

from datetime import date
from typing import Any

from portal.database import db
from portal.pathways.models import CheckIn, GoalStep, PathwayGoal
from portal.people.models import Person

ASKED = [["years", "Two years in the role."], ["court", "Evidence given in court."]]


def a_goal(person: Person, reader: Person | None = None, **facts: Any) -> PathwayGoal:
    """A goal of somebody, perhaps shared; one they have already is the same."""
    known = db.session.query(PathwayGoal).filter_by(person_id=person.id, ended_on=None).first()
    if known is not None:
        return known
    told = {"place_key": "senior-social-worker", "place_title": "Senior Social Worker", **facts}
    goal = PathwayGoal(
        organisation_id=person.organisation_id, person_id=person.id, person=person,
        shared_with_id=reader.id if reader else None,
        shared_on=date(2026, 11, 2) if reader else None, **told,
    )  # fmt: skip
    return _kept(goal)


def a_step(goal: PathwayGoal, words: str = "Sit in on a hearing", number: int = 1) -> GoalStep:
    """A step of the plan."""
    known = db.session.query(GoalStep).filter_by(goal_id=goal.id, number=number).first()
    step = GoalStep(organisation_id=goal.organisation_id, goal_id=goal.id, number=number,
                    words=words)  # fmt: skip
    return known or _kept(step)


def a_check_in(goal: PathwayGoal, reader: Person) -> CheckIn:
    """A check-in that nobody has said anything in yet."""
    return _kept(
        CheckIn(organisation_id=goal.organisation_id, goal_id=goal.id, goal=goal,
                with_id=reader.id, other=reader, asked=ASKED)
    )  # fmt: skip


def _kept(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row
