"""Deeds with accounts: signing in, passwords, invitations, closing and reopening.

Where nobody was signed in before, the operation itself waits for the organisation's pen before
it writes to the audit trail. The pen always comes before a bucket of tries, so that two never
wait for each other.
"""

from portal.identity.operations.accounts import (
    RefusedError,
    close_account,
    end_sessions_of,
    invite,
    make_reset,
    reopen_account,
)
from portal.identity.operations.addresses import change_address, change_own_address
from portal.identity.operations.confirming import confirm
from portal.identity.operations.founding import found
from portal.identity.operations.inviting import Pressed, invite_each
from portal.identity.operations.passwords import ask_for_reset, change_password, set_password
from portal.identity.operations.reading import change_reading
from portal.identity.operations.signing_in import sign_in, sign_out
from portal.identity.operations.upkeep import forget_what_is_over

__all__ = [
    "Pressed",
    "RefusedError",
    "ask_for_reset",
    "change_address",
    "change_own_address",
    "change_password",
    "change_reading",
    "close_account",
    "confirm",
    "end_sessions_of",
    "forget_what_is_over",
    "found",
    "invite",
    "invite_each",
    "make_reset",
    "reopen_account",
    "set_password",
    "sign_in",
    "sign_out",
]
