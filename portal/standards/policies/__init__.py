"""Who may read, write and map what."""

from portal.standards.policies.evidence import (
    add_evidence,
    change_evidence,
    choose_standards,
    remove_evidence,
    restore_evidence,
    see_my_evidence,
    see_standards,
)
from portal.standards.policies.looking import look_for_identifiers

__all__ = [
    "add_evidence",
    "change_evidence",
    "choose_standards",
    "look_for_identifiers",
    "remove_evidence",
    "restore_evidence",
    "see_my_evidence",
    "see_standards",
]
