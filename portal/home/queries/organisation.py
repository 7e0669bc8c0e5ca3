"""The figures on the page of the organisation, in one statement."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal_column, or_, select

from portal.database import db
from portal.home.queries.counting import COUNTED_TO, Counted
from portal.identity.queries import without_account
from portal.people.models import Person, Unit


def figures(organisation_id: UUID, today: date) -> dict[str, Counted]:
    """How many people work here, open teams there are, and people were never invited."""
    people = select(Person.id).where(
        Person.organisation_id == organisation_id, Person.working_here(today)
    )
    teams = select(Unit.id).where(
        Unit.organisation_id == organisation_id,
        Unit.kind == "team",
        or_(Unit.closed_on.is_(None), Unit.closed_on >= today),
    )
    asked = {"people": people, "teams": teams, "uninvited": without_account(organisation_id)}
    row = db.session.execute(select(*(_count(each) for each in asked.values()))).one()
    return {name: Counted(number) for name, number in zip(asked, row, strict=True)}


def _count(statement: Select[Any]) -> Any:
    one: Any = literal_column("1")
    inside = statement.with_only_columns(one, maintain_column_froms=True).limit(COUNTED_TO + 1)
    return select(func.count()).select_from(inside.subquery()).scalar_subquery()
