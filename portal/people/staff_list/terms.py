"""Terms: on what terms a staff list is brought in, as the person who brings it has said."""

from dataclasses import dataclass
from datetime import date

from portal.people.ownership import PORTAL_OWNS_AT_FIRST


@dataclass(frozen=True, slots=True)
class Terms:
    """The day whose staff the list shows, and how what it says is to be taken.

    `is_everyone`: who is not in it has left. `is_correction`: what it says otherwise was always
    so, instead of having changed on that day. `portal_owns`: the fields it does not overwrite.
    `never_leave`: the keys of people whom no file ends. `administrators`: the keys of those who
    administer the portal; when all of them would leave, none does.
    """

    as_at: date
    is_everyone: bool = False
    is_correction: bool = False
    portal_owns: frozenset[str] = frozenset(PORTAL_OWNS_AT_FIRST)
    never_leave: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()
