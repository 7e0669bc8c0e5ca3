"""Signing in with another address: the one that the directory has for the person by now.

An account never follows the directory by itself, or whoever may edit the directory could come in.
"""

from sqlalchemy.exc import IntegrityError

from portal import audit
from portal.database import db
from portal.identity import links, notices, queries, sessions
from portal.identity.models import Account, BrowserSession
from portal.identity.operations.accounts import TAKEN, RefusedError
from portal.people.models import Person

CHANGED = "identity.address_changed"


def change_address(owner: Person, by: Person) -> None:
    """Let somebody else sign in with the address that the directory has for them.

    They are signed out everywhere and told at both addresses; links sent to the earlier one open
    nothing. Raises RefusedError.
    """
    account = _open_account(owner)
    if queries.is_last_administrator(owner):
        raise RefusedError("One administrator must be able to sign in. Invite another one first.")
    _change(account, owner, by, None)


def change_own_address(owner: Person, here: BrowserSession) -> None:
    """Sign in oneself with the address in the directory; every other browser is signed out.

    Raises RefusedError.
    """
    _change(_open_account(owner), owner, owner, here)


def _change(account: Account, owner: Person, by: Person, keep: BrowserSession | None) -> None:
    before, email = account.email, _usable_address(account, owner)
    try:
        with db.session.begin_nested():
            account.email = email
    except IntegrityError as taken:  # in another organisation, at this moment
        raise RefusedError(TAKEN) from taken
    links.withdraw(account)
    sessions.end_other_sessions(by, account, keep=keep)
    notices.tell_of_new_address(account, before)
    audit.record(by, CHANGED, account)


def _open_account(owner: Person) -> Account:
    account = queries.account_of(owner)
    if account is None or not account.may_sign_in:
        raise RefusedError("This person has no open account.")
    if account.password_hash is None:
        raise RefusedError("They have not chosen a password yet. Invite them again instead.")
    return account


def _usable_address(account: Account, owner: Person) -> str:
    if not owner.email:
        raise RefusedError("The directory has no e-mail address for this person. Add one first.")
    if owner.email == account.email:
        raise RefusedError("This is the address they sign in with already.")
    if queries.is_taken(owner.email, but=owner):
        raise RefusedError(TAKEN)
    return owner.email
