"""On which days somebody is or was away."""

from typing import Any

from sqlalchemy import select

from portal.people.models import DaysAway, Person
from portal.web.lists import SIZE, Page, page_of


def days_away_of(person: Person, after: str | None, size: int = SIZE) -> Page:
    """The person's periods away, latest first, 50 at a time."""
    periods: Any = select(DaysAway).where(DaysAway.person_id == person.id)
    keys = [DaysAway.started_on, DaysAway.id]
    return page_of(periods, keys=keys, after=after, size=size, descending=True)
