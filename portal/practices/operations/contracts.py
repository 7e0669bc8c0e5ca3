"""Proposing a contract, answering it, and ending it: it stands only once both sides said yes."""

from datetime import date
from typing import Any
from uuid import UUID

from portal.clock import today
from portal.database import db
from portal.people.models import Person
from portal.practices import queries, standing
from portal.practices.models import Contract
from portal.practices.operations.two_sides import (
    NotPossibleError,
    record,
    tell_council,
    tell_practice,
)
from portal.web import days


def propose_contract(
    by: Person, *, addressed_to: str, practice_id: UUID | None, **facts: Any
) -> Contract:
    """Propose a contract to whoever is called so; the practice found under it is asked.

    Whether one was found is no part of the answer: nobody learns in this way who uses the portal.
    Raises NotPossibleError where another contract, or the same proposal, covers some of its days.
    """
    first, last = facts["started_on"], facts["ended_on"]
    others = queries.in_the_way(by.organisation_id, addressed_to, practice_id)
    found = standing.objection(first, last, others)
    if found:
        raise NotPossibleError(*found)
    contract = Contract(
        organisation_id=by.organisation_id, practice_id=practice_id, addressed_to=addressed_to,
        proposed_by_id=by.id, **facts,
    )  # fmt: skip
    db.session.add(contract)
    db.session.flush()
    record(by, "practices.proposed", contract, started_on=first.isoformat())
    tell_practice(contract, f"{contract.council.name} proposes a contract to your practice.")
    return contract


def answer_proposal(by: Person, contract: Contract, *, is_agreed: bool) -> None:
    """Say yes or no for the practice. Nothing of it can be read by the council before a yes.

    Raises NotPossibleError where it was answered already, or other days are agreed.
    """
    if not contract.is_waiting:
        raise NotPossibleError("answer", "This proposal was answered already")
    if is_agreed:
        others = queries.agreed_between(contract.organisation_id, by.organisation_id)
        found = standing.objection(contract.started_on, contract.last_on, others)
        if found:
            raise NotPossibleError("answer", found[1])
    contract.answer = standing.AGREED if is_agreed else standing.DECLINED
    contract.answered_on = today()
    db.session.flush()
    record(by, "practices.agreed" if is_agreed else "practices.declined", contract)
    verb = "agreed to" if is_agreed else "declined"
    tell_council(contract, f"{contract.practice_name} {verb} the contract that you proposed.")


def withdraw_proposal(by: Person, contract: Contract) -> None:
    """Take a proposal back before it is answered; the practice does not see it any more."""
    contract.answer, contract.answered_on = standing.WITHDRAWN, today()
    db.session.flush()
    record(by, "practices.withdrawn", contract)


def end_contract(by: Person, contract: Contract, *, ended_on: date, reason: str) -> None:
    """End a contract before its time, from either side, with a reason that both read.

    Raises NotPossibleError for a day before it began, or after its last day.
    """
    if ended_on < contract.started_on:
        first = days.short(contract.started_on)
        raise NotPossibleError("ended_on", f"The contract begins on {first}. Choose that or later")
    if ended_on > contract.last_on:
        last = days.short(contract.last_on)
        raise NotPossibleError("ended_on", f"The contract ends on {last} anyway. Choose before it")
    contract.ended_on, contract.end_reason = ended_on, reason
    contract.ended_by = "council" if contract.is_council_of(by) else "practice"
    db.session.flush()
    record(by, "practices.ended", contract, ended_on=ended_on.isoformat())
    last = days.short(ended_on)
    if contract.ended_by == "council":
        tell_practice(contract, f"{contract.council.name} ends the contract with you on {last}.")
    else:
        tell_council(contract, f"{contract.practice_name} ends the contract with you on {last}.")
