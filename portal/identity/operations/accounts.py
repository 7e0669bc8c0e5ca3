"""Opening, closing and reopening the accounts of others, and the links that let them in."""

from sqlalchemy.exc import IntegrityError

from portal import audit
from portal.clock import now
from portal.database import db
from portal.identity import links, notices, queries, sessions
from portal.identity.models import Account, OneTimeLink
from portal.people.models import Person

TAKEN = "This e-mail address cannot open an account. Use another one."

TWO_OF_YOU = (
    "You changed the address they sign in with less than three days ago. "
    "Ask another administrator to make this link, or wait until the three days are over."
)


class RefusedError(Exception):
    """The deed cannot be done; the words say why and what to do."""


def invite(owner: Person, by: Person | None) -> OneTimeLink:
    """Open an account for this person if they have none, with a link to choose a password.

    Raises RefusedError when they have left, have no usable e-mail address, or signed in before.
    """
    email = _usable_email(owner)
    account = queries.account_of(owner) or _opened(owner, email)
    if account.closed_at is not None:
        raise RefusedError("This account is closed. Reopen it first.")
    if account.password_hash is not None:
        raise RefusedError("This person has a password already. They can ask for a new one.")
    if account.email != email:
        links.withdraw(account)  # what was sent to the earlier address opens nothing now
        account.email = email
    db.session.flush()
    link = links.make(account, "invitation")
    notices.tell_of_invitation(account, link)
    audit.record(by, "identity.person_invited", account)
    return link


def make_reset(owner: Person, by: Person | None) -> OneTimeLink:
    """A link with which this person chooses a new password, asked for by an administrator.

    Without anybody: by whoever runs the server.

    Raises RefusedError when there is no open account, and when the address was changed within
    three days by the one who asks: together the two deeds would open the account to them.
    """
    account = queries.account_of(owner)
    if account is None or not account.may_sign_in:
        raise RefusedError("This person has no open account.")
    if by is not None and by.id in queries.address_changers(account):
        raise RefusedError(TWO_OF_YOU)
    link = links.make(account, "reset")
    notices.tell_of_reset(account, link)
    audit.record(by, "identity.reset_made", account)
    return link


def end_sessions_of(owner: Person, by: Person) -> int:
    """Sign this person out in every browser, and answer in how many."""
    account = queries.account_of(owner)
    return sessions.end_other_sessions(by, account) if account else 0


def close_account(owner: Person, by: Person) -> None:
    """Close somebody's account and end their sessions; what they did stays.

    Raises RefusedError where nobody else could administer the organisation.
    """
    account = queries.account_of(owner)
    if account is None or account.closed_at is not None:
        raise RefusedError("This person has no open account.")
    if queries.is_last_administrator(owner):
        raise RefusedError("One administrator must be able to sign in. Invite another one first.")
    account.closed_at = now()
    sessions.end_other_sessions(by, account)
    audit.record(by, "identity.account_closed", account)


def reopen_account(owner: Person, by: Person) -> None:
    """Let somebody sign in again, with the password they had."""
    account = queries.account_of(owner)
    if account is None or account.closed_at is None:
        raise RefusedError("This account is not closed.")
    account.closed_at = None
    audit.record(by, "identity.account_reopened", account)


def _opened(owner: Person, email: str) -> Account:
    """A new account; somebody in another organisation may take the address at this moment."""
    account = Account(organisation_id=owner.organisation_id, person_id=owner.id, email=email)
    account.person = owner
    try:
        with db.session.begin_nested():
            db.session.add(account)
    except IntegrityError as taken:
        raise RefusedError(TAKEN) from taken
    return account


def _usable_email(owner: Person) -> str:
    if not owner.is_active:
        raise RefusedError("This person has left. Correct the day they left first.")
    if not owner.email:
        raise RefusedError("This person has no e-mail address. Add one to their record first.")
    if queries.is_taken(owner.email, but=owner):
        raise RefusedError(TAKEN)
    return owner.email
