"""Finding accounts, and who could administer the organisation."""

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from portal.database import db
from portal.identity.models import Account
from portal.people import queries as people
from portal.people.models import Person


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
    """Whether nobody else who can sign in would administer the organisation without an end."""
    can_sign_in = exists().where(
        Account.person_id == Person.id,
        Account.closed_at.is_(None),
        Account.password_hash.is_not(None),
    )
    return people.is_last_administrator(person, also=can_sign_in)


def _whole() -> Select[Account]:
    return select(Account).options(joinedload(Account.person).joinedload(Person.organisation))
