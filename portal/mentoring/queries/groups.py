"""Group sessions: those I led or was at, those of one team, and who was there."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, lazyload

from portal.database import db
from portal.mentoring.gatherings import TEAM
from portal.mentoring.models import GROUP, Attendance, Session
from portal.mentoring.queries.choosing import MOST_TICKED
from portal.people.models import DaysAway, Person, Post
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_from, page_of

BY_DAY = [Session.held_on, Session.id]


def groups_page(person: Person, after: str | None) -> Page:
    """A page of the group sessions that this person led or was at, last first."""
    return _page(person, after, SIZE)


def every_group(person: Person) -> Iterator[Session]:
    """All group sessions that this person led or was at, last first, for a file."""
    for page in each_page(lambda after: _page(person, after, CHUNK)):
        yield from page.rows


def groups_since(person: Person, since: date) -> tuple[int, int]:
    """How many group sessions somebody led or was at since a day, and their minutes together."""
    was_at = select(Attendance.session_id).where(Attendance.person_id == person.id)
    led = select(Session.id).where(Session.led_by_id == person.id, Session.kind == GROUP)
    found = select(func.count(), func.coalesce(func.sum(Session.minutes), 0)).where(
        Session.id.in_(was_at.union(led)), Session.held_on >= since
    )
    number, minutes = db.session.execute(found).one()
    return int(number), int(minutes)


def team_sessions_page(unit_id: UUID, after: str | None, size: int = SIZE) -> Page:
    """A page of the sessions of one team, last first, each with how many were there."""
    return page_of(_of_team(unit_id), keys=BY_DAY, after=after, size=size, descending=True)


def every_team_session(unit_id: UUID) -> Iterator[Any]:
    """All sessions of one team, last first, for a file."""
    for page in each_page(lambda after: team_sessions_page(unit_id, after, CHUNK)):
        yield from page.rows


def team_session_on(leader: Person, unit_id: UUID, day: date) -> Session | None:
    """The session of the whole team that this person led on a day, if it has been logged."""
    held = select(Session).where(Session.unit_id == unit_id, Session.held_on == day)
    mine = held.where(Session.led_by_id == leader.id, Session.form == TEAM)
    return db.session.scalar(mine.order_by(Session.id).limit(1))


def attendance_of(session: Session) -> set[UUID]:
    """Who was at a group session, by id."""
    there = (
        select(Attendance.person_id)
        .where(Attendance.session_id == session.id)
        .order_by(Attendance.person_id)
        .limit(1000)
    )
    return set(db.session.scalars(there))


def people_of_team(unit_id: UUID, day: date, but: UUID | None = None) -> list[tuple[Person, bool]]:
    """Who has a post in a team on a day, by name, and whether they are away then (1 statement)."""
    posts = select(Post.person_id).where(Post.unit_id == unit_id, Post.covering(day))
    people = (
        select(Person, _away(day))
        .where(Person.id.in_(posts), Person.working_here(day), Person.id != but)
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_TICKED)
    )
    return [(person, bool(is_away)) for person, is_away in db.session.execute(people)]


def people_who_were_there(people: Collection[UUID], day: date) -> list[tuple[Person, bool]]:
    """These people by name, whether or not they still work here, and whether they were away."""
    found = (
        select(Person, _away(day))
        .where(Person.id.in_(people))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_TICKED)
    )
    return [(person, bool(is_away)) for person, is_away in db.session.execute(found)]


def away_among(people: Collection[UUID], day: date) -> set[UUID]:
    """Which of these people are away on a day."""
    away = (
        select(DaysAway.person_id)
        .where(DaysAway.person_id.in_(people), DaysAway.covering(day))
        .order_by(DaysAway.person_id)
        .limit(1000)
    )
    return set(db.session.scalars(away))


def _away(day: date) -> Any:
    return (
        select(DaysAway.id).where(DaysAway.person_id == Person.id, DaysAway.covering(day)).exists()
    )


def _of_team(unit_id: UUID) -> Select[Any]:
    there = (
        select(func.count(Attendance.id))
        .where(Attendance.session_id == Session.id)
        .correlate(Session)
        .scalar_subquery()
    )
    return (
        select(Session, there)
        .where(Session.unit_id == unit_id)
        .options(lazyload(Session.of_pair), joinedload(Session.led_by))
    )


def _page(person: Person, after: str | None, size: int) -> Page:
    """What somebody led and what they were at, each read by its own index, as one list."""
    was_at = select(Attendance.session_id).where(Attendance.person_id == person.id)
    led = select(Session).where(Session.led_by_id == person.id, Session.kind == GROUP)
    sides = [
        page_of(
            _whole(side), keys=BY_DAY, after=after, size=size + 1, descending=True
        )
        for side in (led, select(Session).where(Session.id.in_(was_at)))
    ]  # fmt: skip
    once = {row.id: row for side in sides for row in side.rows}
    rows = [(row, row.held_on, row.id) for row in once.values()]
    rows.sort(key=lambda row: row[1:], reverse=True)
    return page_from(rows, width=1, size=size, first=sides[0].first)


def _whole(sessions: Select[Session]) -> Select[Session]:
    return sessions.options(lazyload(Session.of_pair), joinedload(Session.led_by))
