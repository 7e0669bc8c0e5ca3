"""Finding accounts."""

from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from portal import clock
from portal.database import db
from portal.identity.models import Account
from portal.people.models import Person, RoleHeld


def account_at(email: str) -> Account | None:
    """The account that this address opens, with its person and organisation."""
    if not email or not email.isprintable():
        return None
    return db.session.scalar(_whole().where(Account.email == email))


def account_of(person: Person) -> Account | None:
    """How this person signs in, if they have been invited."""
    return db.session.scalar(_whole().where(Account.person_id == person.id))


def is_taken(email: str, *, but: Person) -> bool:
    """Whether the address already opens somebody else's account, here or in any organisation."""
    others = select(Account.id).where(Account.email == email, Account.person_id != but.id)
    return db.session.scalar(others.limit(1)) is not None


def is_last_administrator(person: Person) -> bool:
    """Whether nobody else could administer the organisation if this person could not sign in."""
    return not db.session.scalar(select(exists(_administrators(person.organisation_id, person.id))))


def _administrators(organisation_id: UUID, but: UUID) -> Select[UUID]:
    """The other people who hold the role today and can sign in."""
    day = clock.today()
    return (
        select(Account.id)
        .join(Person, Person.id == Account.person_id)
        .join(RoleHeld, RoleHeld.person_id == Account.person_id)
        .where(
            RoleHeld.organisation_id == organisation_id,
            Account.person_id != but,
            Account.closed_at.is_(None),
            Account.password_hash.is_not(None),
            Person.working_here(day),
            RoleHeld.role == "admin",
            RoleHeld.covering(day),
        )
    )


def _whole() -> Select[Account]:
    return select(Account).options(joinedload(Account.person).joinedload(Person.organisation))
