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

__all__ = [
    "add_evidence",
    "change_evidence",
    "choose_standards",
    "remove_evidence",
    "restore_evidence",
    "see_my_evidence",
    "see_standards",
]
