"""Whom a coordinator may choose from when pairing, and what the choice depends on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from portal.database import db
from portal.mentoring.models import COACHING, Pairing, PairProposal
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.queries import named, newly_qualified

MOST_TICKED = 50
"""How many people may be ticked at once."""
MOST_FOUND = 30
"""How many people a search for somebody to pair shows."""
SUPPORTING = ("coach", "mentor")


@dataclass(frozen=True)
class Coach:
    """Somebody who may be chosen as coach or mentor, and how many people they support now."""

    person: Person
    roles: tuple[str, ...]
    supports: int

    @property
    def words(self) -> str:
        """How the choice reads: Grace Adeyemi, coach and mentor, supports 6."""
        load = f"supports {self.supports}" if self.supports else "supports nobody yet"
        return f"{self.person.name}, {' and '.join(self.roles)}, {load}"


def coaches(organisation_id: UUID, today: date) -> list[Coach]:
    """Everybody who may be a coach or mentor today, by name, with the load they have."""
    load = (
        select(func.count(Pairing.id))
        .where(Pairing.coach_id == Person.id, Pairing.covering(today))
        .correlate(Person)
        .scalar_subquery()
    )
    held = (
        select(Person, RoleHeld.role, load)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(RoleHeld.organisation_id == organisation_id, RoleHeld.role.in_(SUPPORTING))
        .where(RoleHeld.covering(today), Person.working_here(today))
        .order_by(Person.sort_key, Person.id, RoleHeld.role)
        .limit(1000)
    )
    roles: dict[Person, tuple[set[str], int]] = {}
    for person, role, supports in db.session.execute(held):
        roles.setdefault(person, (set(), supports))[0].add(role)
    return [Coach(each, tuple(sorted(held)), n) for each, (held, n) in roles.items()]


def people_to_pair(organisation_id: UUID, typed: str, today: date) -> Sequence[Person]:
    """The people a coordinator may choose: found by name, or newly qualified without a coach."""
    people = select(Person).where(
        Person.organisation_id == organisation_id, Person.working_here(today)
    )
    asked = named(organisation_id, typed)
    for found_by_word in asked:
        people = people.where(Person.id.in_(found_by_word))
    if not asked:
        people = people.where(newly_qualified(organisation_id, today))
        people = people.where(Person.id.not_in(_coached(organisation_id, today)))
        people = people.where(Person.id.not_in(_asked(organisation_id, today)))
    return db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)).all()


def people_in_a_group(organisation_id: UUID, typed: str, today: date) -> Sequence[Person]:
    """Who may have been in a group: found by name, or the newly qualified, by name."""
    people = select(Person).where(
        Person.organisation_id == organisation_id, Person.working_here(today)
    )
    asked = named(organisation_id, typed)
    for found_by_word in asked:
        people = people.where(Person.id.in_(found_by_word))
    if not asked:
        people = people.where(newly_qualified(organisation_id, today))
    return db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)).all()


def people_named(organisation_id: UUID, ids: Iterable[UUID], today: date) -> Sequence[Person]:
    """Those of these people who work here, by name."""
    named = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(today))
        .where(Person.id.in_(list(ids)[:MOST_TICKED]))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_TICKED)
    )
    return db.session.scalars(named).all()


def teams_of(people: Sequence[Person], day: date) -> dict[UUID, str]:
    """The name of the team in which each of these people has a post on a day."""
    posts = (
        select(Post.person_id, Unit.name)
        .join(Unit, Unit.id == Post.unit_id)
        .where(Post.person_id.in_([person.id for person in people]), Post.covering(day))
        .order_by(Post.started_on, Post.id)
        .limit(1000)
    )
    return {person_id: name for person_id, name in db.session.execute(posts) if person_id}


def _asked(organisation_id: UUID, today: date) -> Select[UUID]:
    return select(PairProposal.supported_id).where(
        PairProposal.organisation_id == organisation_id,
        PairProposal.kind == COACHING,
        PairProposal.outcome.is_(None),
        PairProposal.lapses_on >= today,
    )


def _coached(organisation_id: UUID, today: date) -> Select[UUID]:
    return select(Pairing.supported_id).where(
        Pairing.organisation_id == organisation_id,
        Pairing.kind == COACHING,
        or_(Pairing.ended_on.is_(None), Pairing.ended_on >= today),
    )
