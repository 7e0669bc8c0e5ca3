"""The figures on the page of the organisation, in one statement."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from portal.home.queries.counting import Counted, counted_each
from portal.identity.queries import without_account
from portal.people.models import Person, Unit


def figures(organisation_id: UUID, today: date, asked: Collection[str]) -> dict[str, Counted]:
    """Those asked for: how many people work here, open teams, and people never invited."""
    people = select(Person.id).where(
        Person.organisation_id == organisation_id, Person.working_here(today)
    )
    teams = select(Unit.id).where(
        Unit.organisation_id == organisation_id,
        Unit.kind == "team",
        or_(Unit.closed_on.is_(None), Unit.closed_on >= today),
    )
    known: dict[str, Select[Any]] = {
        "people": people,
        "teams": teams,
        "uninvited": without_account(organisation_id),
    }
    names = [name for name in known if name in asked]
    numbers = counted_each(*(known[name] for name in names))
    return dict(zip(names, numbers, strict=True))
