"""Induction years and their items, as far as home pages show them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import raiseload

from portal.database import db
from portal.home.queries.counting import Counted, counted, counted_each
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction, InductionItem
from portal.induction.queries import ON_DAY, WAITING, own_inductions
from portal.people.models import Person

MOST_ITEMS = 60
MEETINGS = ("agreement", "review")


def own_year(person: Person) -> Induction | None:
    """The induction year that this person is in, without the posts that go with it."""
    own = own_inductions(person).options(raiseload(Induction.posts))
    return db.session.scalar(own.limit(1))


def items_of(induction: Induction) -> list[Row[Any]]:
    """Every item of one year, in the order in which they are expected."""
    return list(
        db.session.execute(
            _items().where(InductionItem.induction_id == induction.id).limit(MOST_ITEMS)
        )
    )


def items_due(
    which: ColumnElement[bool], whose: ColumnElement[bool], today: date, until: date
) -> list[Row[Any]]:
    """What is waiting in these years until a day, as far as it is for the reader; oldest first."""
    return list(
        db.session.execute(
            _items()
            .add_columns(Induction.id.label("induction_id"), *columns_of_name())
            .join(Induction, Induction.id == InductionItem.induction_id)
            .join(Person, Person.id == Induction.person_id)
            .where(which, whose, open_year(today), WAITING, until >= ON_DAY)
            .limit(MOST_ITEMS)
        )
    )


def owned_by(*owners: str) -> ColumnElement[bool]:
    """Items that belong to one of these."""
    return InductionItem.owner.in_(owners)


def met_by_manager(today: date) -> ColumnElement[bool]:
    """Items of the manager, and the meetings ahead that a manager attends."""
    ahead = and_(InductionItem.kind.in_(MEETINGS), today < ON_DAY)
    return or_(InductionItem.owner == "manager", ahead)


def years(which: ColumnElement[bool], today: date, most: int) -> list[Any]:
    """Those of these years in which something is expected soonest, each with what that is."""
    return list(
        db.session.execute(
            select(Induction, _following())
            .where(which, open_year(today))
            .options(
                raiseload(Induction.posts),
                raiseload(Induction.chosen_assessor),
                raiseload(Induction.next_assessor),
            )
            .order_by(Induction.next_on, Induction.id)
            .limit(most)
        )
    )


def _following() -> Any:
    """The title of what is next in the year at hand."""
    return (
        select(InductionItem.title)
        .where(InductionItem.induction_id == Induction.id, WAITING, Induction.next_on == ON_DAY)
        .order_by(InductionItem.position)
        .limit(1)
        .correlate(Induction)
        .scalar_subquery()
    )


def open_years(organisation_id: UUID, today: date) -> Counted:
    """How many induction years are under way."""
    return counted(_under_way(organisation_id, today))


def open_and_past_their_day(organisation_id: UUID, today: date) -> tuple[Counted, Counted]:
    """How many are under way, and in how many of them the next thing was due before today."""
    under_way = _under_way(organisation_id, today)
    both = counted_each(under_way, under_way.where(Induction.next_on < today))
    return both[0], both[1]


def _under_way(organisation_id: UUID, today: date) -> Select[UUID]:
    return select(Induction.id).where(
        Induction.organisation_id == organisation_id, open_year(today)
    )


def open_year(day: date) -> ColumnElement[bool]:
    """Years that are not over on this day."""
    return or_(Induction.ended_on.is_(None), Induction.ended_on >= day)


def _items() -> Select[Any]:
    columns: tuple[Any, ...] = (
        InductionItem.id,
        InductionItem.title,
        InductionItem.kind,
        InductionItem.owner,
        InductionItem.due_on,
        InductionItem.booked_on,
        InductionItem.held_on,
        InductionItem.earlier,
        InductionItem.is_optional,
    )
    return select(*columns).order_by(ON_DAY, InductionItem.position)
