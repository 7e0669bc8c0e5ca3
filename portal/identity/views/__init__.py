"""The pages of identity: signing in and out, one-time links, one's own account, others'."""

from portal.identity.views import (
    account,
    accounts,
    addresses,
    confirmation,
    invitations,
    one_time,
    reading,
    sign_in,
)
from portal.identity.views.blueprint import identity
from portal.identity.views.confirmation import confirmation_page
from portal.identity.views.sign_in import sign_in_page

__all__ = [
    "account",
    "accounts",
    "addresses",
    "confirmation",
    "confirmation_page",
    "identity",
    "invitations",
    "one_time",
    "reading",
    "sign_in",
    "sign_in_page",
]
