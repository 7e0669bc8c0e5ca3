"""The consultants of an organisation: what each can help with, may decide, and when they are free.

A consultant is whoever holds that role today. What they can help with are the strengths that they
chose for their page; what they may decide stands in the model that their team keeps to.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.people.models import (
    DaysAway,
    Organisation,
    Person,
    PersonStrength,
    Post,
    RoleHeld,
    Unit,
)
from portal.people.strengths import STRENGTHS, known
from portal.support.models import ConsultationSlot
from portal.support.queries.slots import is_free
from portal.teams.modelling import Decision, shipped
from portal.teams.models import TeamOnModel
from portal.teams.queries import own_models

CONSULTANT = "consultant"
BY_NAME = (Person.sort_key, Person.id)


@dataclass
class Line:
    """A consultant as the directory shows them."""

    person: Person
    posts: list[str] = field(default_factory=list)
    strengths: list[str] = field(default_factory=list)
    decides: list[Decision] = field(default_factory=list)
    away: DaysAway | None = None
    next_slot: ConsultationSlot | None = None


def consultants(organisation_id: UUID, specialism: str) -> Select[Any]:
    """The consultants; with a specialism, those who can help with it."""
    people = select(Person).where(*are_consultants(organisation_id))
    if specialism:
        able = select(PersonStrength.person_id).where(
            PersonStrength.organisation_id == organisation_id,
            PersonStrength.strength == specialism,
        )
        people = people.where(Person.id.in_(able))
    return people


def specialisms(organisation_id: UUID) -> list[str]:
    """The keys of what any consultant can help with, in the order of the pages."""
    kept = (
        select(PersonStrength.strength)
        .join(Person, Person.id == PersonStrength.person_id)
        .where(*are_consultants(organisation_id))
        .group_by(PersonStrength.strength)
        .order_by(PersonStrength.strength)
        .limit(len(STRENGTHS) + 10)
    )
    return known(db.session.scalars(kept))


def lines(people: Sequence[Person]) -> list[Line]:
    """What the directory says of each of these consultants, in their order (6 statements)."""
    found = {each.id: Line(each) for each in people}
    if not found:
        return []
    _add_strengths_and_away(found)
    _add_next_slots(found)
    _add_posts(found, people[0].organisation_id)
    return list(found.values())


def are_consultants(organisation_id: UUID) -> Sequence[Any]:
    """The conditions that pick the consultants of an organisation among people."""
    held = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == CONSULTANT,
        RoleHeld.covering(today()),
    )
    own = Person.organisation_id == organisation_id
    return own, Person.id.in_(held), Person.working_here(today())


def _add_strengths_and_away(found: dict[UUID, Line]) -> None:
    keys: dict[UUID, list[str]] = defaultdict(list)
    kept = select(PersonStrength.person_id, PersonStrength.strength).where(
        PersonStrength.person_id.in_(found)
    )
    for person_id, key in db.session.execute(kept.order_by(PersonStrength.strength)):
        keys[person_id].append(key)
    for person_id, own in keys.items():
        found[person_id].strengths = [STRENGTHS[key].label for key in known(own)]
    away = select(DaysAway).where(DaysAway.person_id.in_(found), DaysAway.covering(today()))
    for each in db.session.scalars(away.order_by(DaysAway.started_on, DaysAway.id)):
        found[each.person_id].away = each


def _add_next_slots(found: dict[UUID, Line]) -> None:
    slot = ConsultationSlot
    in_order = (slot.meets_on, slot.from_time, slot.id)
    place = func.row_number().over(partition_by=slot.consultant_id, order_by=in_order)
    free = select(slot.id, place.label("place")).where(slot.consultant_id.in_(found), is_free())
    numbered = free.subquery()
    first: Select[ConsultationSlot] = (
        select(slot).join(numbered, numbered.c.id == slot.id).where(numbered.c.place == 1)
    )
    for each in db.session.scalars(first.order_by(*in_order)):
        found[each.consultant_id].next_slot = each


def _add_posts(found: dict[UUID, Line], organisation_id: UUID) -> None:
    kept = aliased(TeamOnModel)
    day = today()
    posts = (
        select(Post.person_id, Post.job_title, Unit.name, kept.model_key, kept.model_number)
        .join(Unit, Unit.id == Post.unit_id)
        .outerjoin(kept, and_(kept.unit_id == Unit.id, kept.covering(day)))
        .where(Post.person_id.in_(found), Post.covering(day))
        .order_by(Post.started_on, Post.id)
    )
    rows: Sequence[Any] = db.session.execute(posts).all()
    organisation = db.session.get_one(Organisation, organisation_id)
    shows_models = organisation.has_area("teams") and any(row[3] for row in rows)
    models = _models(organisation_id) if shows_models else {}
    for person_id, job, unit, key, number in rows:
        line, model = found[person_id], models.get((key, number))
        line.posts.append(f"{job}, {unit}")
        slot = model.slot_of(job) if model else None
        if model and slot:
            line.decides += [each for each in model.decisions if each.decides == slot.title]


def _models(organisation_id: UUID) -> dict[tuple[str, int], Any]:
    own = {(each.key, each.number): each.model for each in own_models(organisation_id)}
    return own | {(key, 0): model for key, model in shipped().items()}
