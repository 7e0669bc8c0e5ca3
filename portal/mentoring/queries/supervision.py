"""Supervision and groups: mine on either side, everything of one person, who supervises whom."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Integer, Select, bindparam, case, or_, select
from sqlalchemy.orm import joinedload, lazyload

from portal.database import db
from portal.mentoring.gatherings import GROUP_DAYS
from portal.mentoring.models import HELD, MISSED, PLANNED, SUPERVISION, Attendance, Session
from portal.people.models import Person
from portal.people.queries import managers_of, reporting_to
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_from, page_of

MOST_OF_A_PERSON = 600
MOST_PEOPLE = 100
BY_DAY = [Session.held_on, Session.id]


def supervision_on(leader: Person, person: Person, day: date) -> Session | None:
    """The supervision of these two on a day: held or planned, or else missed and not moved."""
    order = case((Session.state == HELD, 0), (Session.state == PLANNED, 1), else_=2)
    found = (
        select(Session)
        .where(Session.led_by_id == leader.id, Session.with_id == person.id)
        .where(Session.held_on == day, Session.state.in_((HELD, PLANNED, MISSED)))
        .where(Session.moved_to_on.is_(None))
        .order_by(order)
        .limit(1)
    )
    return db.session.scalar(found)


def sessions_kept(people: Collection[UUID], since: date) -> dict[UUID, list[Any]]:
    """Supervision in every state and group days attended, of each of these people from a day on.

    One statement for many people; earliest first. Coaching and mentoring are not among them.
    Rows are what became of a session and when, no more: a team's are many hundred.
    """
    most = MOST_OF_A_PERSON * max(1, len(people))
    asked = {"people": list(people), "since": since, "most": most}
    kept: dict[UUID, list[Any]] = defaultdict(list)
    for row in db.session.execute(_kept(), asked):
        kept[row.person_id].append(row)
    return kept


@cache
def _kept() -> Any:
    people: Any = bindparam("people", expanding=True)
    since: Any = bindparam("since", type_=Date)
    supervised = select(Session.id.label("session_id"), Session.with_id.label("person_id")).where(
        Session.with_id.in_(people), Session.held_on >= since
    )
    attended = select(Attendance.session_id, Attendance.person_id).where(
        Attendance.person_id.in_(people)
    )
    whose = supervised.union_all(attended).subquery()
    return (
        select(
            whose.c.person_id,
            Session.id,
            Session.kind,
            Session.held_on,
            Session.state,
            Session.reason,
            Session.moved_to_on,
        )
        .join(Session, Session.id == whose.c.session_id)
        .where(Session.held_on >= since, Session.form.in_(("", *GROUP_DAYS)))
        .order_by(Session.held_on, Session.id)
        .limit(bindparam("most", type_=Integer))
    )


def supervision_page(person: Person, after: str | None) -> Page:
    """A page of this person's supervision, last first."""
    return _page(person, after, SIZE)


def every_supervision(person: Person) -> Iterator[Session]:
    """All supervision of this person, last first, for a file."""
    for page in each_page(lambda after: _page(person, after, CHUNK)):
        yield from page.rows


def _page(person: Person, after: str | None, size: int) -> Page:
    """What somebody leads and what they have, each read in the order of its index, as one list.

    Asked for together, everything of the two would be sorted for each page.
    """
    sides = [
        page_of(_supervision(each), keys=BY_DAY, after=after, size=size + 1, descending=True)
        for each in (Session.led_by_id == person.id, Session.with_id == person.id)
    ]
    rows = [(row, row.held_on, row.id) for side in sides for row in side.rows]
    rows.sort(key=lambda row: row[1:], reverse=True)
    return page_from(rows, width=1, size=size, first=sides[0].first)


def _supervision(side: ColumnElement[bool]) -> Select[Session]:
    """Supervision in every state, with the names of the two."""
    return (
        select(Session)
        .where(side, Session.kind == SUPERVISION)
        .options(
            lazyload(Session.of_pair), joinedload(Session.led_by), joinedload(Session.with_person)
        )
    )


def supervised_with(person: Person, day: date) -> list[tuple[Person, bool]]:
    """With whom somebody has supervision by the posts of a day, and whether they lead it.

    First who manages them or covers for that, then who reports to them, each by name.
    """
    managers = managers_of([person.id], day)[person.id]
    reporting = reporting_to(person, day)
    found = db.session.scalars(
        select(Person)
        .where(Person.organisation_id == person.organisation_id, Person.working_here(day))
        .where(or_(Person.id.in_(managers), Person.id.in_(reporting)), Person.id != person.id)
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_PEOPLE)
    )
    rows = [(one, one.id not in managers) for one in found]
    return sorted(rows, key=lambda row: row[1])
