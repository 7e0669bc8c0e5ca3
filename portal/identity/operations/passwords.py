"""Getting a new password, and changing the one there is."""

from portal import audit, database
from portal.clock import now
from portal.database import db
from portal.identity import hashes, links, notices, queries, sessions, throttle
from portal.identity.models import Account, BrowserSession
from portal.identity.operations.confirming import knows_password


def ask_for_reset(email: str, address: str) -> None:
    """Mail a link for a new password to the owner of this address, if there is one.

    Raises TooManyTriesError; says nothing else, so that the answer tells nobody who is here.
    """
    account = queries.account_at(email)
    if account is not None:
        database.lock(account.organisation_id)
    throttle.take(throttle.reset_buckets(email, address))
    if account is None or not account.may_sign_in or account.person.organisation.is_demo:
        return
    if queries.address_changers(account):
        notices.tell_of_rest(account)
        audit.record(None, "identity.reset_held_back", account)
        return
    link = links.make(account, "reset")
    notices.tell_of_reset(account, link)
    audit.record(None, "identity.reset_requested", account)


def set_password(token: str, password: str, address: str) -> Account | None:
    """Set the password that a one-time link lets its owner choose; None when it opens nothing.

    Ends every session of the account. Of two people with one link only the first succeeds.
    Raises TooManyTriesError.
    """
    opened = links.opened_by(token)
    if opened is None:
        return None
    database.lock(opened[1].organisation_id)
    throttle.take(throttle.link_buckets(address))
    opened = links.opened_by(token)
    if opened is None or not links.use(opened[0]):
        return None
    link, account = opened
    _keep_password(account, password)
    sessions.end_other_sessions(account.person, account)
    if link.purpose == "reset":
        notices.tell_of_change(account)
    else:
        notices.invitation_used(account)
    audit.record(account.person, "identity.password_set", account, purpose=link.purpose)
    return account


def change_password(account: Account, current: str, new: str, session: BrowserSession) -> bool:
    """Change one's own password; False when the current one is wrong.

    Every other session ends, and the owner is told by mail. Raises TooManyTriesError.
    """
    if not knows_password(account, current, session.address):
        audit.record(account.person, "identity.password_change_failed", account)
        return False
    _keep_password(account, new)
    sessions.end_other_sessions(account.person, account, keep=session)
    notices.tell_of_change(account)
    audit.record(account.person, "identity.password_changed", account)
    return True


def _keep_password(account: Account, password: str) -> None:
    account.password_hash = hashes.hash_of(password)
    account.password_set_at = now()
    db.session.flush()
