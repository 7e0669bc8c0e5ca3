"""Induction years as pages list them: mine, those I accompany, and what is next in each."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, bindparam, case, func, not_, or_, select
from sqlalchemy.orm import joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from portal.clock import today
from portal.database import db
from portal.induction.listed import Listed, NextItem
from portal.induction.models import Induction, InductionItem
from portal.people.asker import ANYBODY, KEPT, asker, given
from portal.people.models import Person
from portal.people.queries import named, reporting_to

MOST_OF_A_PERSON = 20
MOST_ITEMS = 200
CAP = 1000  # years are counted up to here
BY_NEXT = [Induction.next_on, Induction.id]

LISTED = (InductionItem.induction_id, InductionItem.title, InductionItem.stage,
          InductionItem.due_on, InductionItem.booked_on)  # fmt: skip
# The day to expect an item, and whether it is still to come, as `progress` has them.
ON_DAY = func.coalesce(InductionItem.booked_on, InductionItem.due_on)
WAITING = and_(
    InductionItem.held_on.is_(None),
    InductionItem.earlier == "",
    or_(InductionItem.booked_on.is_not(None), InductionItem.is_optional.is_(False)),
)
# What a year that breaks off still asks for: what is due after its last day falls away.
ASKED_FOR = or_(Induction.ended_as.in_(("", "completed")), Induction.ended_on >= ON_DAY)


def own_induction(person: Person) -> Induction | None:
    """The year that a person is in, or else the last one they were in."""
    return db.session.scalar(_own(), given(person))


@cache
def _own() -> Select[Induction]:
    return own_inductions(ANYBODY).limit(1)


def own_inductions(person: Person) -> Select[Induction]:
    """The years of one person, the one they are in first."""
    own = select(Induction).where(
        Induction.person_id == person.id, Induction.organisation_id == person.organisation_id
    )
    return own.order_by(Induction.ended_on.is_not(None), Induction.started_on.desc(), Induction.id)


def items_of(induction: Induction) -> list[InductionItem]:
    """Every item of a year in the order in which they are due."""
    items = list(db.session.scalars(_items_of(), {"year": induction.id}))
    for item in items:
        set_committed_value(item, "induction", induction)  # so that none has to look for it
    return items


@cache
def _items_of() -> Select[InductionItem]:
    year: Any = bindparam("year", type_=Uuid)
    return (
        select(InductionItem)
        .where(InductionItem.induction_id == year, InductionItem.fell_away_on.is_(None))
        .options(lazyload(InductionItem.induction), joinedload(InductionItem.recorded_by))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST_ITEMS)
    )


def person_called(person_id: UUID | None) -> Person | None:
    """The person of that id, where there is one."""
    return db.session.get(Person, person_id) if person_id else None


def inductions_of(person_ids: Collection[UUID]) -> list[Induction]:
    """Every induction year of these people, earliest first."""
    found = (
        select(Induction)
        .where(Induction.person_id.in_(person_ids))
        .options(lazyload(Induction.posts))
        .order_by(Induction.started_on, Induction.id)
        .limit(MOST_OF_A_PERSON * max(len(person_ids), 1))
    )
    return list(db.session.scalars(found))


def visible_inductions(person: Person) -> Select[Induction]:
    """The years that this person may see: the list that `policies.see_induction` agrees with."""
    all_here = select(Induction).where(Induction.organisation_id == person.organisation_id)
    if not person.has_role("coordinator"):
        accompanied = or_(assessed_by(person), managed_by(person))
        mine = or_(Induction.person_id == person.id, and_(accompanied, _is_open()))
        all_here = all_here.where(mine)
    return all_here.order_by(Induction.next_on, Induction.id)


def how_many(person: Person, today: date) -> tuple[tuple[int, bool], tuple[int, bool]]:
    """How many years this person accompanies, and in how many something was due (capped)."""
    kept = _how_many(asker(person), today)
    everybody, past = db.session.execute(kept, given(person)).one()
    return (min(everybody, CAP), everybody > CAP), (min(past, CAP), past > CAP)


@lru_cache(KEPT)
def _how_many(person: Any, today: date) -> Select[Any]:
    under_way = _accompanied(person)
    both = under_way, under_way.where(Induction.next_on < today)
    few = [each.order_by(None).with_only_columns(Induction.id).limit(CAP + 1) for each in both]
    return select(
        *(select(func.count()).select_from(each.subquery()).scalar_subquery() for each in few)
    )


def next_items(years: Iterable[Induction | Listed]) -> dict[UUID, NextItem]:
    """The item that is next in each of these years, by the year's id."""
    asked = {"years": [year.id for year in years]}
    return {year: NextItem(*item) for year, *item in db.session.execute(_next_items(), asked)}


@cache
def _next_items() -> Any:
    return (
        select(*LISTED)
        .join(Induction, Induction.id == InductionItem.induction_id)
        .where(
            InductionItem.induction_id.in_(bindparam("years", expanding=True)),
            WAITING,
            Induction.next_on == ON_DAY,
        )
        .order_by(InductionItem.position.desc())
    )


def assessed_by(person: Person) -> ColumnElement[bool]:
    """The condition that this person is today's assessor, as `Induction.is_assessed_by` has it.

    A hand-over takes effect on its day: the one before sees the year up to the day before it.
    """
    handed_over = Induction.next_assessor_from <= today()
    not_yet = or_(Induction.next_assessor_from.is_(None), not_(handed_over))
    return or_(
        and_(Induction.assessor_id == person.id, not_yet),
        and_(Induction.next_assessor_id == person.id, handed_over),
    )


def todays_assessor() -> ColumnElement[UUID | None]:
    """The id of today's assessor, as `Induction.todays_assessor_id` has it."""
    handed_over = Induction.next_assessor_from <= today()
    return case((handed_over, Induction.next_assessor_id), else_=Induction.assessor_id)


def managed_by(person: Person) -> ColumnElement[bool]:
    """The condition that the year is that of somebody who reports to this person today.

    Whoever covers for a manager counts as the manager meanwhile.
    """
    return Induction.person_id.in_(reporting_to(person, today()))


def shown(person: Person, q: str) -> Select[Induction]:
    """The years under way that this person accompanies, of those who are called so."""
    shown = _accompanied(person)
    for found_by_word in named(person.organisation_id, q):
        shown = shown.where(Induction.person_id.in_(found_by_word))
    return shown


def _accompanied(person: Person) -> Select[Induction]:
    """The years under way that this person may see, without their own."""
    return visible_inductions(person).where(_is_open(), Induction.person_id != person.id)


def _is_open() -> ColumnElement[bool]:
    return or_(Induction.ended_on.is_(None), Induction.ended_on >= today())
