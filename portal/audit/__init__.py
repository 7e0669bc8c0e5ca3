"""The audit trail: what was done, by whom, to what, in a chain that shows any tampering."""

from portal.audit.operations import (
    Deed,
    Pointer,
    deeds_done,
    record,
    record_deeds,
    record_many,
    record_view,
)

__all__ = [
    "Deed",
    "Pointer",
    "deeds_done",
    "record",
    "record_deeds",
    "record_many",
    "record_view",
]
