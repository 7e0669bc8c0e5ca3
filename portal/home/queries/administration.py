"""What an administrator looks after: who cannot sign in yet, a few of them by name."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, literal, select

from portal.database import db
from portal.home.queries.counting import Counted, counted
from portal.home.queries.names import columns_of_name
from portal.identity.models import Account
from portal.identity.queries import without_account
from portal.people.models import Person, RoleHeld

ROLES_OF_ONE = 4


def how_many_without_account(organisation_id: UUID) -> Counted:
    """How many people who work here were never invited, counted to a thousand."""
    return counted(without_account(organisation_id))


def first_without_account(organisation_id: UUID, today: date, most: int) -> list[Row[Any]]:
    """So many of them: those with a role first, then by name.

    At most two statements, each of which stops at what it needs: who holds a role is found by the
    roles. Whoever asks for none where there is none saves looking for them among everybody.
    """
    found = {row.id: row for row in _holders(organisation_id, today, most)}
    if len(found) < most:
        for row in _anybody(organisation_id, most):
            found.setdefault(row.id, row)
    return list(found.values())[:most]


def _holders(organisation_id: UUID, today: date, most: int) -> list[Row[Any]]:
    held = (
        select(Person.id, Person.email, literal(True).label("has_role"), *columns_of_name())
        .select_from(RoleHeld)
        .join(Person, Person.id == RoleHeld.person_id)
        .outerjoin(Account, Account.person_id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.covering(today),
            Person.working_here(today),
            Account.id.is_(None),
        )
    )
    return _first(held.order_by(RoleHeld.role, RoleHeld.person_id), most * ROLES_OF_ONE)


def _anybody(organisation_id: UUID, most: int) -> list[Row[Any]]:
    people = without_account(organisation_id).with_only_columns(
        Person.id,
        Person.email,
        literal(False).label("has_role"),
        *columns_of_name(),
        maintain_column_froms=True,
    )
    return _first(people.order_by(Person.sort_key, Person.id), most * 2)


def _first(statement: Select[Any], most: int) -> list[Row[Any]]:
    return list(db.session.execute(statement.limit(most)))
