"""What the pages of the demo list."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from portal.database import db
from portal.demo import data
from portal.demo.data import Cast
from portal.identity.models import Account
from portal.notices.models import Notice
from portal.people.models import Organisation, Person


@dataclass(frozen=True)
class Part:
    """A member of the cast, and the account that plays it."""

    member: Cast
    account_id: UUID
    organisation: str


def parts() -> list[Part]:
    """Everybody a visitor may sign in as, in the order of the cast."""
    accounts = (
        select(Account.email, Account.id, Organisation.name)
        .join(Organisation, Organisation.id == Account.organisation_id)
        .where(
            Organisation.is_demo,
            Account.closed_at.is_(None),
            Account.email.in_([member.email for member in data.cast()]),
        )
        .order_by(Account.email)
        .limit(len(data.cast()))
    )
    found = {email: (account_id, name) for email, account_id, name in db.session.execute(accounts)}
    return [Part(member, *found[member.email]) for member in data.cast() if member.email in found]


def demo_account(account_id: UUID) -> Account | None:
    """The account of this id, with its person, if it is one of a demo organisation."""
    return db.session.scalar(
        select(Account)
        .join(Organisation, Organisation.id == Account.organisation_id)
        .where(Account.id == account_id, Organisation.is_demo, Account.closed_at.is_(None))
        .options(joinedload(Account.person).joinedload(Person.organisation))
    )


def outbox(organisation_id: UUID) -> Select[Notice]:
    """The mail of an organisation that would have been sent, newest first."""
    mailed = select(Notice).where(Notice.organisation_id == organisation_id, Notice.mail_to != "")
    return mailed.order_by(Notice.told_at.desc(), Notice.id.desc())
