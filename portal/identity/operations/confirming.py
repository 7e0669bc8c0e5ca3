"""Saying again who one is, before a deed that a stranger at an open computer must not do (T26)."""

from portal import audit
from portal.identity import hashes, throttle
from portal.identity.models import Account


def confirm(account: Account, password: str, address: str) -> bool:
    """Whether this is the password of the account; the answer is written down either way.

    Raises TooManyTriesError.
    """
    is_right = knows_password(account, password, address)
    deed = "identity.confirmed" if is_right else "identity.confirmation_failed"
    audit.record(account.person, deed, account)
    return is_right


def knows_password(account: Account, password: str, address: str) -> bool:
    """Whether the password is right; a wrong one costs the same tries as a wrong sign-in.

    Raises TooManyTriesError when none is left, whether or not the password is right.
    """
    buckets = throttle.sign_in_buckets(account.email, address)
    throttle.check(buckets)
    is_right = hashes.matches(account.password_hash, password)
    throttle.take(buckets)
    if is_right:
        throttle.give_back(buckets)
    return is_right
