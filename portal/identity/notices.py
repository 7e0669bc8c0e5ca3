"""The sentences we send about accounts.

They go to the address that opens the account, never to the one in the directory: whoever may
edit the directory must not receive the link that lets its owner in.
"""

from dataclasses import dataclass
from uuid import UUID

from portal import notices
from portal.identity.models import Account, OneTimeLink


@dataclass(frozen=True)
class Owner:
    """The owner of an account, at the address that opens it."""

    id: UUID
    organisation_id: UUID
    email: str | None

    @property
    def __tablename__(self) -> str:
        """A person, as far as notices know."""
        return "person"


def tell_of_invitation(account: Account, link: OneTimeLink) -> None:
    """With the link in the mail alone."""
    text = (
        "You have been invited to Tandem. The link lets you choose a password. "
        "It works once, for seven days."
    )
    notices.tell(_owner(account), text, one_time_id=link.id)


def tell_of_reset(account: Account, link: OneTimeLink) -> None:
    """With the link in the mail alone."""
    text = (
        "Somebody asked for a new password for your account. The link works once, for an hour. "
        "If it was not you, do nothing: your password stays as it is."
    )
    notices.tell(_owner(account), text, one_time_id=link.id)


def invitation_used(account: Account) -> None:
    """Whoever has come in need not be told any more that they may, however often they were."""
    notices.settle(_owner(account))


def tell_of_change(account: Account) -> None:
    """So that a change by somebody else is noticed."""
    text = "Your password was changed. If it was not you, tell your administrator now."
    notices.tell(_owner(account), text, link="/account")


def tell_of_new_address(account: Account, before: str) -> None:
    """At both addresses; neither message holds the other address."""
    text = (
        "Your account opens with another e-mail address from now on. "
        "If you did not know of this, tell your administrator now."
    )
    notices.tell(Owner(account.person_id, account.organisation_id, before), text)
    text = (
        "From now on you sign in with your address in the directory. "
        "Your password is the one you had."
    )
    notices.tell(_owner(account), text, link="/account")


def tell_of_rest(account: Account) -> None:
    """Why no link for a new password comes."""
    text = (
        "Somebody asked for a new password for your account. There is no link for three days after "
        "an administrator changed the address it opens with. Another administrator can make one."
    )
    notices.tell(_owner(account), text)


def _owner(account: Account) -> Owner:
    return Owner(account.person_id, account.organisation_id, account.email)
