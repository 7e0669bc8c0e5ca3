"""Induction years and their items, as far as home pages show them.

What every home page asks is put together once a day, for whoever asks (`portal.people.asker`).
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, Uuid, and_, bindparam, or_, select
from sqlalchemy.orm import raiseload

from portal.database import db
from portal.home.queries.counting import Counted, asked_at_once, at_once, counted
from portal.home.queries.names import columns_of_name
from portal.induction.models import Induction, InductionItem
from portal.induction.queries import ASKED_FOR, ON_DAY, WAITING, own_inductions
from portal.people.asker import ANYBODY, HERE, KEPT, given
from portal.people.models import Person

MOST_ITEMS = 60
MEETINGS = ("agreement", "review")
Which = Callable[[Any], ColumnElement[bool]]
"""Which years, of whoever asks."""
Whose = Callable[[date], ColumnElement[bool]]
"""Whose items they are, on a day."""


def own_year(person: Person) -> Induction | None:
    """The induction year that this person is in, without the posts that go with it."""
    own = own_inductions(person).options(raiseload(Induction.posts))
    return db.session.scalar(own.limit(1))


def items_of(induction: Induction) -> list[Row[Any]]:
    """Every item of one year, in the order in which they are expected."""
    return list(db.session.execute(_items_of(), {"year": induction.id}))


@cache
def _items_of() -> Select[Any]:
    year = bindparam("year", type_=Uuid)
    return _items().where(InductionItem.induction_id == year).limit(MOST_ITEMS)


def items_due(person: Person, which: Which, whose: Whose, today: date, until: date) -> list[Any]:
    """What is waiting in these years until a day, as far as it is for the reader; oldest first."""
    return list(db.session.execute(_items_due(which, whose, today, until), given(person)))


@lru_cache(KEPT)
def _items_due(which: Which, whose: Whose, today: date, until: date) -> Select[Any]:
    return (
        _items()
        .add_columns(Induction.id.label("induction_id"), *columns_of_name())
        .join(Induction, Induction.id == InductionItem.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(which(ANYBODY), whose(today), open_year(today), WAITING, until >= ON_DAY)
        .where(ASKED_FOR)
        .limit(MOST_ITEMS)
    )


def met_by_assessor(_today: date) -> ColumnElement[bool]:
    """Items that an assessor does, alone or together with the person."""
    return InductionItem.owner.in_(("assessor", "both"))


def met_by_manager(today: date) -> ColumnElement[bool]:
    """Items of the manager, and the meetings ahead that a manager attends."""
    ahead = and_(InductionItem.kind.in_(MEETINGS), today < ON_DAY)
    return or_(InductionItem.owner == "manager", ahead)


def here(person: Any) -> ColumnElement[bool]:
    """Every year of the organisation."""
    condition: ColumnElement[bool] = Induction.organisation_id == person.organisation_id
    return condition


def years(person: Person, which: Which, today: date, most: int) -> list[Any]:
    """Those of these years in which something is expected soonest, each with what that is."""
    return list(db.session.execute(_years(which, today), {**given(person), "most": most}))


@lru_cache(KEPT)
def _years(which: Which, today: date) -> Select[Any]:
    return (
        select(Induction, _following())
        .where(which(ANYBODY), open_year(today))
        .options(
            raiseload(Induction.posts),
            raiseload(Induction.chosen_assessor),
            raiseload(Induction.next_assessor),
        )
        .order_by(Induction.next_on, Induction.id)
        .limit(bindparam("most", type_=Integer))
    )


def expected_in(year: Induction, today: date) -> str | None:
    """The title of what is next in a year, unless it is over."""
    found = select(_following()).where(Induction.id == year.id, open_year(today))
    return db.session.scalar(found.select_from(Induction))


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
    both = asked_at_once(_open_and_past(today), here=organisation_id)
    return both[0], both[1]


@lru_cache(KEPT)
def _open_and_past(today: date) -> Select[Any]:
    under_way = _under_way(HERE, today)
    return at_once(under_way, under_way.where(Induction.next_on < today))


def _under_way(organisation_id: Any, today: date) -> Select[UUID]:
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
