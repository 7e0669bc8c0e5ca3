"""Whose account is whose, and who can sign in, has been invited, or waits for an invitation."""

from portal.identity.queries.accounts import (
    account_at,
    account_of,
    is_last_administrator,
    is_taken,
)
from portal.identity.queries.addresses import address_changers
from portal.identity.queries.invitations import (
    Invitee,
    Sought,
    accounts_about,
    invitees,
    owners,
    waiting,
    without_account,
)

__all__ = [
    "Invitee",
    "Sought",
    "account_at",
    "account_of",
    "accounts_about",
    "address_changers",
    "invitees",
    "is_last_administrator",
    "is_taken",
    "owners",
    "waiting",
    "without_account",
]
