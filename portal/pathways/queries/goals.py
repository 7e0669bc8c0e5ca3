"""Goals on the pathway: one's own, those that others share, and check-ins on them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.clock import today
from portal.database import db
from portal.mentoring.models import Pairing
from portal.pathways.models import CheckIn, PathwayGoal
from portal.people.models import Person, Post

MOST_SHARED = 50
MOST_CHECK_INS = MOST_ENDED = 20


def goal_of(person: Person) -> PathwayGoal | None:
    """The goal that somebody has now."""
    return db.session.scalar(
        select(PathwayGoal).where(
            PathwayGoal.person_id == person.id, PathwayGoal.ended_on.is_(None)
        )
    )


def ended_goals(person: Person) -> list[PathwayGoal]:
    """The goals that somebody had before, newest first."""
    ended = (
        select(PathwayGoal)
        .where(PathwayGoal.person_id == person.id, PathwayGoal.ended_on.is_not(None))
        .order_by(PathwayGoal.ended_on.desc(), PathwayGoal.id)
        .limit(MOST_ENDED)
    )
    return list(db.session.scalars(ended))


def shared_with(person: Person) -> list[PathwayGoal]:
    """The goals that others share with somebody, newest first, as long as they may be read."""
    shared = (
        select(PathwayGoal)
        .where(PathwayGoal.shared_with_id == person.id, PathwayGoal.ended_on.is_(None))
        .options(joinedload(PathwayGoal.posts), joinedload(PathwayGoal.pairings))
        .order_by(PathwayGoal.shared_on.desc(), PathwayGoal.id)
        .limit(MOST_SHARED)
    )
    found = db.session.scalars(shared).unique()
    return [goal for goal in found if goal.is_shared_with(person)]


def who_may_read(person: Person) -> list[Person]:
    """With whom somebody may share a goal: their manager, coaches and mentors of today, by name."""
    day = today()
    managers: Any = select(Post.manager_id).where(Post.person_id == person.id, Post.covering(day))
    helpers: Any = select(Pairing.coach_id).where(
        Pairing.supported_id == person.id, Pairing.covering(day)
    )
    people = (
        select(Person)
        .where(Person.id.in_(managers.union(helpers)), Person.working_here(day))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_SHARED)
    )
    return list(db.session.scalars(people))


def check_ins_on(goal: PathwayGoal) -> list[CheckIn]:
    """The check-ins on a goal, newest first."""
    found = (
        select(CheckIn)
        .where(CheckIn.goal_id == goal.id)
        .order_by(CheckIn.begun_on.desc(), CheckIn.id)
        .limit(MOST_CHECK_INS)
    )
    return list(db.session.scalars(found))


def last_check_in(goal: PathwayGoal) -> CheckIn | None:
    """The newest check-in on a goal."""
    return next(iter(check_ins_on(goal)), None)
