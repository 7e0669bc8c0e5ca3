"""One-time links: how somebody sets a first or a new password.

The address holds the signature (256 bits) of the link's id, which the database never holds; a
link dies when it is used, when its time is over, and when the password changes by other means.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.orm import contains_eager

from portal.clock import now
from portal.database import db, rows_changed
from portal.identity import hashes
from portal.identity.lifetimes import LINKS
from portal.identity.models import Account, OneTimeLink
from portal.notices.mail import ONE_TIME, one_time_path
from portal.people.models import Person
from portal.web import signing


def make(account: Account, purpose: str) -> OneTimeLink:
    """A new link for the owner of this account: an "invitation" or a "reset"."""
    link = OneTimeLink(
        organisation_id=account.organisation_id,
        account_id=account.id,
        purpose=purpose,
        expires_at=now() + LINKS[purpose],
        password_mark=hashes.mark(account.password_hash),
    )
    db.session.add(link)
    db.session.flush()
    return link


def path_to(link: OneTimeLink) -> str:
    """Where the link leads."""
    return one_time_path(link.id)


def opened_by(token: str) -> tuple[OneTimeLink, Account] | None:
    """The link behind a token and the account it opens; None when it opens nothing (any more).

    Reads afresh, so that asking again after waiting for the pen sees what others did meanwhile.
    """
    link_id = _id_in(token)
    row = db.session.execute(_with_account(link_id)).first() if link_id else None
    if row is None or not _still_opens(row[0], row[1], now()):
        return None
    return row[0], row[1]


def use(link: OneTimeLink) -> bool:
    """Use the link up; False when somebody else was first."""
    unused = update(OneTimeLink).where(OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None))
    taking = unused.values(used_at=now()).execution_options(synchronize_session=False)
    return rows_changed(taking) == 1


def withdraw(account: Account) -> None:
    """Let no link that was made for this account so far open anything."""
    unused = update(OneTimeLink).where(
        OneTimeLink.account_id == account.id, OneTimeLink.used_at.is_(None)
    )
    db.session.execute(unused.values(used_at=now()))


def _with_account(link_id: UUID) -> Select[OneTimeLink, Account]:
    return (
        select(OneTimeLink, Account)
        .join(Account, Account.id == OneTimeLink.account_id)
        .join(Account.person)
        .join(Person.organisation)
        .options(contains_eager(Account.person).contains_eager(Person.organisation))
        .where(OneTimeLink.id == link_id)
        .execution_options(populate_existing=True)
    )


def _still_opens(link: OneTimeLink, account: Account, moment: datetime) -> bool:
    is_bound = link.password_mark == hashes.mark(account.password_hash)
    return link.used_at is None and moment < link.expires_at and is_bound and account.may_sign_in


def _id_in(token: str) -> UUID | None:
    """The id that a token signs, if it is ours."""
    words = signing.read(token, purpose=ONE_TIME)
    return UUID(hex=words) if words else None
