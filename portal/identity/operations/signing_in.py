"""Signing in and out."""

from portal import audit, database
from portal.clock import now
from portal.database import db
from portal.identity import hashes, queries, throttle
from portal.identity.models import Account, BrowserSession
from portal.people.models import Person


def sign_in(email: str, password: str, address: str) -> Account | None:
    """The account that this address and password open, or None, without saying why.

    Every way to fail costs one hash and one try; a right password gives the try back.
    Raises TooManyTriesError when none is left, whether or not the password was right.
    """
    buckets = throttle.sign_in_buckets(email, address)
    throttle.check(buckets)
    account = queries.account_at(email)
    is_right = hashes.matches(account.password_hash if account else None, password)
    if account is not None and database.lock(account.organisation_id):
        account, is_right = _as_it_is_now(account, email, is_right)
    left = throttle.take(buckets)
    if account is None:
        return None
    if not is_right or not account.may_sign_in:
        is_last = not left[buckets[0].key].allows
        audit.record(None, "identity.sign_in_failed", account, tries_left=not is_last)
        return None
    throttle.give_back(buckets)
    _strengthen(account, password)
    audit.record(account.person, "identity.signed_in", account)
    return account


def sign_out(session: BrowserSession, by: Person) -> None:
    """End the session of the browser that asks."""
    database.lock(session.organisation_id)
    session.ended_at = now()
    audit.record(by, "identity.signed_out", session)


def _as_it_is_now(account: Account, email: str, is_right: bool) -> tuple[Account | None, bool]:
    """The account after waiting for the pen: its address or password may just have changed."""
    tried = account.password_hash
    db.session.expire(account)
    found = queries.account_at(email)
    return found, is_right and found is not None and found.password_hash == tried


def _strengthen(account: Account, password: str) -> None:
    """Hash the password again when the figures were raised since it was set."""
    if account.password_hash and hashes.is_outdated(account.password_hash):
        account.password_hash = hashes.hash_of(password)
