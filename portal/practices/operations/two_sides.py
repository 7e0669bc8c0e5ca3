"""What every deed across the wall does: an entry in both audit trails, and a word to the others."""

from typing import Any
from uuid import UUID

from portal import audit, notices
from portal.audit import Pointer
from portal.audit.operations import Subject
from portal.people.models import Person
from portal.practices import queries
from portal.practices.models import Contract


class NotPossibleError(Exception):
    """What was asked for cannot be: the field that says so, and why, in a sentence."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def record(
    by: Person, action: str, contract: Contract, subject: Subject | None = None, **facts: Any
) -> None:
    """Write a deed into the trail of each side; who did it stands in that of their own alone."""
    of = subject or contract
    side = "council" if contract.is_council_of(by) else "practice"
    for house in contract.parties:
        there = Pointer(of.id, house, of.__tablename__)
        actor = by if by.organisation_id == house else None
        audit.record(actor, action, there, contract_id=str(contract.id), side=side, **facts)


def tell_council(contract: Contract, text: str) -> None:
    """Tell the council's commissioners."""
    _tell(contract.organisation_id, ("commissioner",), contract, text)


def tell_practice(contract: Contract, text: str) -> None:
    """Tell the practice's administrators, if the proposal found a practice."""
    if contract.practice_id is not None:
        _tell(contract.practice_id, ("admin",), contract, text)


def _tell(house: UUID, roles: tuple[str, ...], contract: Contract, text: str) -> None:
    for reader in queries.holders_of(house, *roles):
        notices.tell(reader, text, link=f"/practices/{contract.id}", about=contract)
