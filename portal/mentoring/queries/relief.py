"""Relief of coaches from casework: mine, my people's, and for the coordinator all."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, true

from portal.clock import now, today
from portal.database import db
from portal.mentoring.models import GIVEN, NOT_GIVEN, CoachRelief, ReliefMonth
from portal.mentoring.relieved import COACH_FIRST, month_of
from portal.people.models import Person
from portal.people.queries import reporting_to
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

BY_FIRST_DAY = [CoachRelief.started_on, CoachRelief.id]


def reliefs_page(person: Person, after: str | None, size: int = SIZE) -> Page:
    """A page of relief that concerns this person, with how many months were given, and not."""
    return page_of(_seen_by(person), keys=BY_FIRST_DAY, after=after, size=size, descending=True)


def every_relief(person: Person) -> Iterator[Any]:
    """All relief that concerns this person, for a file."""
    for page in each_page(lambda after: reliefs_page(person, after, CHUNK)):
        yield from page.rows


def open_relief_of(person: Person) -> CoachRelief | None:
    """The relief that somebody has planned and nobody has ended."""
    found = select(CoachRelief).where(
        CoachRelief.coach_id == person.id, CoachRelief.ended_on.is_(None)
    )
    return db.session.scalar(found)


def relief_under_way(person: Person) -> Select[Any]:
    """The ids of the relief of this person and their people that has not ended before this month.

    One that nobody has agreed to yet is among them.
    """
    still = or_(CoachRelief.ended_on.is_(None), CoachRelief.ended_on >= month_of(today()))
    here = CoachRelief.organisation_id == person.organisation_id
    return select(CoachRelief.id).where(here, still, _mine(person))


def told_before() -> datetime:
    """What was said until then is no longer the coach's alone to know."""
    return now() - timedelta(days=COACH_FIRST.days)


def _seen_by(person: Person) -> Select[Any]:
    """The rows of `policies.see_relief`; a month not given is counted for others a week later."""
    mine = _mine(person)
    known: ColumnElement[bool] = or_(mine, ReliefMonth.said_at <= told_before())
    every: Any = select(
        CoachRelief,
        _counted(GIVEN, true()).label("given"),
        _counted(NOT_GIVEN, known).label("not_given"),
    )
    here: Select[Any] = every.where(CoachRelief.organisation_id == person.organisation_id)
    return here if person.has_role("coordinator") else here.where(mine)


def _mine(person: Person) -> ColumnElement[bool]:
    """The relief of this person, and of those whom they manage."""
    own, managed = CoachRelief.coach_id == person.id, reporting_to(person, today())
    return or_(own, CoachRelief.coach_id.in_(managed))


def _counted(became: str, known: ColumnElement[bool]) -> Any:
    return (
        select(func.count(ReliefMonth.id))
        .where(ReliefMonth.relief_id == CoachRelief.id, ReliefMonth.became == became, known)
        .correlate(CoachRelief)
        .scalar_subquery()
    )
