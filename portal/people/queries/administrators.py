"""Who else could administer the organisation: the one meaning of the last administrator.

Somebody counts who has the role today and no end to it, works here and has no day of leaving
set: whoever has an end is gone by themselves one day, and then nobody would be left.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from portal.clock import today
from portal.database import db
from portal.people.models import Person, RoleHeld

ADMINISTRATOR = "admin"


def is_last_administrator(person: Person, *, also: ColumnElement[bool] | None = None) -> bool:
    """Whether the person is an administrator today and nobody else is one without an end.

    `also` is a further condition on the others, where a floor above knows of one: an account.
    """
    is_one = person.has_role(ADMINISTRATOR)
    return is_one and not others_administer(person.organisation_id, person.id, also=also)


def others_administer(
    organisation_id: UUID, but: UUID, *, also: ColumnElement[bool] | None = None
) -> bool:
    """Whether somebody else administers the organisation without an end."""
    others = _administrators(organisation_id).where(Person.id != but)
    if also is not None:
        others = others.where(also)
    return db.session.scalar(others.limit(1)) is not None


def lasting_administrators(organisation_id: UUID) -> list[UUID]:
    """Who administers the organisation without an end."""
    return list(db.session.scalars(_administrators(organisation_id).order_by(Person.id)))


def _administrators(organisation_id: UUID) -> Select[UUID]:
    return (
        select(Person.id)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            RoleHeld.role == ADMINISTRATOR,
            RoleHeld.started_on <= today(),
            RoleHeld.ended_on.is_(None),
            Person.left_on.is_(None),
        )
    )
