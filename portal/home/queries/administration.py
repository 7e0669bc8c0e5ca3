"""What an administrator looks after: whether the staff list is in, who holds roles, who waits."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, case, exists, select

from portal.database import db
from portal.home.queries.counting import COUNTED_TO
from portal.home.queries.names import columns_of_name
from portal.identity.models import Account
from portal.people.models import Person, Post, RoleHeld


def has_posts(organisation_id: UUID) -> bool:
    """Whether a staff list has come in."""
    one = select(Post.id).where(Post.organisation_id == organisation_id).limit(1)
    return db.session.scalar(one) is not None


def roles_given(organisation_id: UUID, today: date) -> set[str]:
    """The roles that somebody who works here holds today."""
    given = (
        select(RoleHeld.role)
        .join(Person, Person.id == RoleHeld.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.covering(today),
            Person.working_here(today),
        )
    )
    return set(db.session.scalars(given.distinct()))


def without_account(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """People who work here and cannot sign in yet: those with a role first, then by name."""
    has_role = exists().where(RoleHeld.person_id == Person.id, RoleHeld.covering(today))
    first = case((has_role, 0), else_=1)
    return list(
        db.session.execute(
            select(Person.id, Person.email, has_role.label("has_role"), *columns_of_name())
            .outerjoin(Account, Account.person_id == Person.id)
            .where(
                Person.organisation_id == organisation_id,
                Person.working_here(today),
                Account.id.is_(None),
            )
            .order_by(first, Person.sort_key, Person.id)
            .limit(COUNTED_TO + 1)
        )
    )
