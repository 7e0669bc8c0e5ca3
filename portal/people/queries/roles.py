"""The roles people hold and held, and who holds a role."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from portal.clock import today
from portal.database import db
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.queries.directory import named
from portal.web.lists import SIZE, Page, page_of

MOST_ROLES = 200
MOST_FOUND = 200
MOST_TEAMS = 300


def roles_of(person_id: UUID) -> list[RoleHeld]:
    """Every role the person holds, held or will hold, latest first, with who gave it."""
    held = (
        select(RoleHeld)
        .where(RoleHeld.person_id == person_id)
        .options(joinedload(RoleHeld.granted_by))
        .order_by(RoleHeld.started_on.desc(), RoleHeld.role, RoleHeld.id)
        .limit(MOST_ROLES)
    )
    return list(db.session.scalars(held))


def holders(
    organisation_id: UUID, role: str, *, after: str | None = None, size: int = SIZE
) -> Page:
    """A page of those who hold a role today or will, by name, each with that holding."""
    held: Any = (
        select(RoleHeld, Person)
        .join(Person, Person.id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.role == role,
            func.coalesce(RoleHeld.ended_on, today()) >= today(),
            Person.working_here(today()),
        )
    )
    keys = [Person.sort_key, Person.id, RoleHeld.id]
    return page_of(held, keys=keys, after=after, size=size)


def teams_open(organisation_id: UUID) -> list[tuple[UUID, str]]:
    """The teams in which somebody may work today, by name, for the search."""
    teams = (
        select(Unit.id, Unit.name)
        .where(
            Unit.organisation_id == organisation_id,
            Unit.kind == "team",
            func.coalesce(Unit.closed_on, today()) >= today(),
        )
        .order_by(Unit.name, Unit.id)
        .limit(MOST_TEAMS)
    )
    return [(row.id, row.name) for row in db.session.execute(teams)]


def people_to_hold(
    organisation_id: UUID, q: str, team_id: UUID | None, but: UUID
) -> list[tuple[UUID, str]]:
    """Whom a search or a team leads to, without whoever asks: id, and name with job and team."""
    asked = named(organisation_id, q)
    if not asked and team_id is None:
        return []
    people = _working(organisation_id).where(Person.id != but)
    for found_by_word in asked:
        people = people.where(Person.id.in_(found_by_word))
    if team_id is not None:
        in_team = select(Post.person_id).where(Post.unit_id == team_id, Post.covering(today()))
        people = people.where(Person.id.in_(in_team))
    found = db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_FOUND))
    return described(list(found))


def people_ticked(
    organisation_id: UUID, ticked: Collection[UUID], but: UUID | None = None
) -> list[Person]:
    """Those of the ticked people who work here, by name; whoever asks is not among them."""
    people = _working(organisation_id).where(Person.id.in_(ticked), Person.id != but)
    return list(db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)))


def described(people: Sequence[Person]) -> list[tuple[UUID, str]]:
    """The id of each of these people, and their name with job and team."""
    if not people:
        return []
    posts = (
        select(Post.person_id, Post.job_title, Unit.name)
        .join(Unit, Unit.id == Post.unit_id)
        .where(Post.person_id.in_([person.id for person in people]), Post.covering(today()))
        .order_by(Post.started_on.desc(), Post.id)
    )
    work = {row[0]: [row[1], row[2]] for row in db.session.execute(posts)}
    return [(one.id, ", ".join([one.name, *work.get(one.id, [])])) for one in people]


def _working(organisation_id: UUID) -> Any:
    return select(Person).where(
        Person.organisation_id == organisation_id, Person.working_here(today())
    )
