"""How far somebody's invitation is, and what stands against another one. Pure: no database.

An invitation opens an account once, within seven days (`lifetimes`). Until its owner has chosen a
password it can be sent again; the earlier links go on working until their own time is over.
"""

from dataclasses import dataclass
from datetime import datetime

from portal.identity.lifetimes import INVITATION

NOT_INVITED, INVITED, OVER, SIGNED_IN, CLOSED = (
    "not-invited", "invited", "over", "signed-in", "closed",
)  # fmt: skip
# Who waits: whoever an invitation would bring in.
WAITING = (NOT_INVITED, INVITED, OVER)

NO_ADDRESS = "No e-mail address yet: add one to their record"
NOT_YOURS = "An administrator invites administrators and HR"
YOURSELF = "This is you"


@dataclass(frozen=True)
class Standing:
    """What is known of one person's account; `last_until` is when their last link ends."""

    has_account: bool
    has_password: bool
    is_closed: bool
    last_until: datetime | None

    def state(self, now: datetime) -> str:
        """One of the five states of an invitation."""
        if not self.has_account:
            return NOT_INVITED
        if self.is_closed:
            return CLOSED
        if self.has_password:
            return SIGNED_IN
        return INVITED if self.last_until and now < self.last_until else OVER

    @property
    def invited_at(self) -> datetime | None:
        """When the last invitation was made."""
        return self.last_until - INVITATION if self.last_until else None


def objection(*, email: str | None, is_self: bool, is_beyond: bool) -> str:
    """Why this reader cannot invite somebody who waits; "" when they can.

    `is_beyond` says that the person holds a role which this reader may not invite.
    """
    if is_self:
        return YOURSELF
    if is_beyond:
        return NOT_YOURS
    return "" if email else NO_ADDRESS
