"""Induction years and their items, as far as home pages show them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, raiseload

from portal.database import db
from portal.home.queries.counting import Counted, counted
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction, InductionItem
from portal.people.models import Person, Post

MOST_ITEMS = 60
MEETINGS = ("agreement", "review")

# The day to expect an item: the one agreed for it, or the one by which it is due.
ON_DAY = func.coalesce(InductionItem.booked_on, InductionItem.due_on)
WAITING = and_(
    InductionItem.held_on.is_(None),
    or_(InductionItem.booked_on.is_not(None), InductionItem.is_optional.is_(False)),
)


def own_year(person: Person) -> Induction | None:
    """The induction year that this person is in, without the posts that go with it."""
    return db.session.scalar(
        select(Induction)
        .where(Induction.person_id == person.id)
        .options(raiseload(Induction.posts))
        .order_by(Induction.ended_on.is_not(None), Induction.started_on.desc(), Induction.id)
        .limit(1)
    )


def year_with_posts(person: Person) -> Induction | None:
    """The same year with the person's posts, which say who manages them."""
    return db.session.scalar(
        select(Induction)
        .where(Induction.person_id == person.id)
        .order_by(Induction.ended_on.is_not(None), Induction.started_on.desc(), Induction.id)
        .limit(1)
    )


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
            .options(raiseload(Induction.posts))
            .order_by(Induction.next_on, Induction.id)
            .limit(most)
        )
    )


def _following() -> Any:
    """The title of what is next in the year at hand."""
    item = aliased(InductionItem)
    return (
        select(item.title)
        .where(
            item.induction_id == Induction.id,
            item.held_on.is_(None),
            func.coalesce(item.booked_on, item.due_on) == Induction.next_on,
        )
        .order_by(item.is_optional, item.position)
        .limit(1)
        .correlate(Induction)
        .scalar_subquery()
    )


def open_years(organisation_id: UUID, today: date) -> Counted:
    """How many induction years are under way."""
    return counted(
        select(Induction.id).where(Induction.organisation_id == organisation_id, open_year(today))
    )


def open_year(day: date) -> ColumnElement[bool]:
    """Years that are not over on this day."""
    return or_(Induction.ended_on.is_(None), Induction.ended_on >= day)


def managed_by(person: Person, today: date) -> ColumnElement[bool]:
    """Years of people who report to this person today."""
    return exists().where(
        Post.person_id == Induction.person_id,
        Post.manager_id == person.id,
        Post.covering(today),
    )


def _items() -> Select[Any]:
    columns: tuple[Any, ...] = (
        InductionItem.id,
        InductionItem.title,
        InductionItem.kind,
        InductionItem.owner,
        InductionItem.due_on,
        InductionItem.booked_on,
        InductionItem.held_on,
        InductionItem.is_optional,
    )
    return select(*columns).order_by(ON_DAY, InductionItem.position)
