"""What acting up and cover share: being refused, and ending at once with the roles of it."""

from collections.abc import Collection
from datetime import timedelta

from portal.clock import today
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.operations.endings import end_rows, end_with


class NotPossibleError(ValueError):
    """It cannot be; the message says why, for whoever asked."""


def refuse(objection: str) -> None:
    """Raise `NotPossibleError` where something stands against it."""
    if objection:
        raise NotPossibleError(objection)


def end_now(action: str, lasting: Post | Cover, roles: Collection[RoleHeld], by: Person) -> None:
    """End a post or cover and its roles as of yesterday; what began later is taken back."""
    yesterday = today() - timedelta(days=1)
    deed = (action, lasting, {"person": str(lasting.person_id)})
    end_with(by, dict.fromkeys(roles, yesterday), because=[deed])
    end_rows({lasting: yesterday})
