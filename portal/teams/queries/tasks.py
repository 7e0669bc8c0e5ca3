"""Who does which kind of task in a team, and who could."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy import or_, select

from portal.database import db
from portal.people.models import Person, Post, Unit
from portal.teams.modelling import Model
from portal.teams.models import TeamTask
from portal.teams.queries.seats import pods_of

MOST_TASKS = 200
MOST_PEOPLE = 300


@dataclass(frozen=True)
class Colleagues:
    """Who is in a team on a day: those who may do tasks, and social workers who may direct them."""

    doers: tuple[Person, ...]
    directors: tuple[Person, ...]

    @cached_property
    def by_id(self) -> dict[UUID, Person]:
        """All of them by their id."""
        return {each.id: each for each in (*self.doers, *self.directors)}


def tasks_of(unit: Unit, day: date) -> list[TeamTask]:
    """The tasks given in a team that have not ended, by kind and then by who does them."""
    going_on = or_(TeamTask.ended_on.is_(None), TeamTask.ended_on >= day)
    given = (
        select(TeamTask)
        .join(Person, Person.id == TeamTask.done_by_id)
        .where(TeamTask.unit_id == unit.id, going_on)
        .order_by(TeamTask.title, Person.sort_key, TeamTask.id)
        .limit(MOST_TASKS)
    )
    return list(db.session.scalars(given))


def colleagues(unit: Unit, model: Model, day: date) -> Colleagues:
    """Who is in a team on a day, by name: support roles, and qualified ones with their managers.

    Pods without a model of their own belong to it, as they do where its posts are counted.
    """
    units = [unit.id, *pods_of([unit.id], day)]
    here = (
        select(Post.job_title, Post.manager_id, Person)
        .join(Person, Person.id == Post.person_id)
        .where(Post.unit_id.in_(units), Post.covering(day))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_PEOPLE)
    )
    qualified: dict[UUID, Person] = {}
    support: dict[UUID, Person] = {}
    managing: set[UUID] = set()
    for title, manager_id, person in db.session.execute(here):
        slot = model.slot_of(title)
        (qualified if slot and slot.is_qualified else support)[person.id] = person
        managing |= {manager_id} if manager_id else set()
    others = managing - qualified.keys() - support.keys()
    if others:
        above = select(Person).where(Person.id.in_(sorted(others)), Person.left_on.is_(None))
        qualified |= {each.id: each for each in db.session.scalars(above.order_by(Person.sort_key))}
    doers = [each for each in support.values() if each.id not in qualified]
    return Colleagues(tuple(doers), tuple(qualified.values()))
