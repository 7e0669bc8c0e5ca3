"""Thoughts as pages list them: those that wait, and those that were taken up."""

from collections.abc import Iterator

from sqlalchemy import Select, select

from portal.database import db
from portal.people.models import Person
from portal.standards.models.thoughts import Thought
from portal.web.lists import Page, page_of, pages_of

MOST_SHOWN = 8
BY_STATE = [Thought.is_open, Thought.caught_at, Thought.id]


def thoughts_page(person: Person, after: str | None, goes_to: str | None = None) -> Page:
    """Somebody's own thoughts: what waits first, the latest first. `goes_to` keeps one place."""
    found = _mine(person)
    if goes_to is not None:
        found = found.where(Thought.goes_to == goes_to)
    return page_of(found, keys=BY_STATE, after=after, descending=True)


def waiting_for(person: Person, goes_to: str) -> list[Thought]:
    """Somebody's own thoughts that wait to be taken to one place, the latest first."""
    found = _mine(person).where(Thought.is_open.is_(True), Thought.goes_to == goes_to)
    latest = found.order_by(Thought.caught_at.desc(), Thought.id.desc())
    return list(db.session.scalars(latest.limit(MOST_SHOWN)))


def every_thought(person: Person) -> Iterator[Page]:
    """All of somebody's own thoughts: for a file."""
    return pages_of(_mine(person), keys=BY_STATE, descending=True)


def _mine(person: Person) -> Select[Thought]:
    return select(Thought).where(Thought.person_id == person.id)
