"""Typing the totals of a quarter, sending and correcting them; what crossed between the teams."""

from datetime import date
from typing import Any

from portal import audit
from portal.clock import today
from portal.database import db
from portal.people.models import Person
from portal.practices import queries, spans, totals
from portal.practices.models import Contract, PracticeTotals, TeamExchange
from portal.practices.operations.two_sides import NotPossibleError, record, tell_council
from portal.practices.totals import Counts


def type_totals(
    by: Person, contract: Contract, quarter_on: date, counts: Counts, *, is_sent: bool
) -> PracticeTotals:
    """Keep the totals of a quarter as a draft that the practice alone reads, or send them.

    Raises NotPossibleError for a quarter that is not over, one that has totals already, and
    numbers that do not add up.
    """
    if queries.totals_of_quarter(contract, quarter_on):
        said = "The totals of this quarter are there already. Go back to the contract and open them"
        raise NotPossibleError("quarter", said)
    if quarter_on not in [each.started_on for each in spans.over(contract, today())]:
        raise NotPossibleError("quarter", "Choose a quarter of the contract that is over")
    row = PracticeTotals(
        organisation_id=by.organisation_id, contract_id=contract.id,
        council_id=contract.organisation_id, quarter_on=quarter_on, contract=contract,
    )  # fmt: skip
    db.session.add(row)
    _keep(by, contract, row, counts, is_sent)
    return row


def change_totals(by: Person, row: PracticeTotals, counts: Counts, *, is_sent: bool) -> None:
    """Change a draft, or send it. Raises NotPossibleError for numbers that do not add up."""
    if not row.is_draft:
        raise NotPossibleError("children", "These totals are sent. Correct them with a reason")
    _keep(by, row.contract, row, counts, is_sent)


def correct_totals(
    by: Person, row: PracticeTotals, counts: Counts, *, reason: str
) -> PracticeTotals:
    """Send totals that take the place of sent ones; both are kept, with the reason.

    Raises NotPossibleError for numbers that do not add up, and where nothing is different.
    """
    known = queries.totals_of_quarter(row.contract, row.quarter_on)
    if row.is_draft or not known or known[0].number != row.number:
        raise NotPossibleError("children", "These totals were corrected already. Open the last")
    if counts == row.counts:
        raise NotPossibleError("children", "These are the numbers that were sent. Change one")
    correction = PracticeTotals(
        organisation_id=row.organisation_id, contract_id=row.contract_id,
        council_id=row.council_id, quarter_on=row.quarter_on, number=row.number + 1,
        reason=reason, contract=row.contract,
    )  # fmt: skip
    db.session.add(correction)
    _keep(by, row.contract, correction, counts, is_sent=True)
    return correction


def write_exchange(
    by: Person, contract: Contract, quarter_on: date, known: TeamExchange | None, **facts: Any
) -> TeamExchange:
    """Keep what a practice took from the council's teams and gave back in a quarter."""
    row = known or TeamExchange(
        organisation_id=contract.organisation_id, contract_id=contract.id, quarter_on=quarter_on
    )
    for name, value in facts.items():
        setattr(row, name, value)
    db.session.add(row)
    db.session.flush()
    audit.record(by, "practices.exchange_written", row, contract_id=str(contract.id))
    return row


def _keep(
    by: Person, contract: Contract, row: PracticeTotals, counts: Counts, is_sent: bool
) -> None:
    wrong = totals.faults(counts) if is_sent else totals.impossible(counts)
    if wrong:
        raise NotPossibleError(*wrong[0])
    for key in totals.KEYS:
        setattr(row, key, counts[key])
    quarter = row.quarter_on.isoformat()
    if not is_sent:
        db.session.flush()
        audit.record(by, "practices.totals_drafted", row, quarter_on=quarter)
        return
    row.sent_on = today()
    db.session.flush()
    deed, verb = ("corrected", "corrected") if row.number > 1 else ("sent", "sent")
    record(by, f"practices.totals_{deed}", contract, row, quarter_on=quarter, number=row.number)
    tell_council(contract, f"{contract.practice_name} {verb} its totals of {row.quarter.words}.")
