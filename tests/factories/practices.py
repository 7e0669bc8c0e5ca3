"""Contracts with a practice for tests, made as both sides would."""

from datetime import date
from typing import Any

from portal.database import db
from portal.people.models import Person
from portal.practices import operations, queries
from portal.practices.models import Assessment, Contract, PracticeTotals
from portal.practices.terms import OUTCOMES

FIRST, LAST = date(2025, 10, 1), date(2028, 9, 30)
COUNTS: dict[str, int | None] = {
    "children": 40, "one_lead": 30, "two_leads": 7, "more_leads": 3, "same_12": 25, "same_24": 12,
    "leaving_care": 2, "after_care": 9, "lasting": 34, "moved_once": 4, "moved_more": 1,
}  # fmt: skip
RATINGS = {each.key: ("as-agreed", "It went as agreed.") for each in OUTCOMES}


def a_proposal(by: Person, to: Person, **facts: Any) -> Contract:
    """A contract proposed to the organisation of somebody."""
    told = {"addressed_to": "Lockside", "started_on": FIRST, "ended_on": LAST,
            "ownership": "partnership", "functions_kept": ["adoption", "court"],
            "children_for": 45, "paid_by": "A sum for each half-year.", **facts}  # fmt: skip
    return operations.propose_contract(by, practice_id=to.organisation_id, **told)


def a_contract(by: Person, to: Person, **facts: Any) -> Contract:
    """A contract that both agreed to; one that these two have is the same."""
    known = queries.agreed_between(by.organisation_id, to.organisation_id)
    if known and not facts:
        return known[0]
    contract = a_proposal(by, to, **facts)
    operations.answer_proposal(to, contract, is_agreed=True)
    return contract


def some_totals(
    by: Person, contract: Contract, quarter_on: date = date(2026, 7, 1), *, is_sent: bool = True,
    **counts: int,
) -> PracticeTotals:  # fmt: skip
    """The totals of a quarter; those that are there are the same."""
    known = queries.totals_of_quarter(contract, quarter_on)
    given = {**COUNTS, **counts}
    return known[0] if known else operations.type_totals(
        by, contract, quarter_on, given, is_sent=is_sent
    )  # fmt: skip


def some_ratings(by: Person, contract: Contract, half_on: date = date(2026, 4, 1)) -> Assessment:
    """The ratings of a half-year; those that are there are the same."""
    known = queries.assessment_of(contract, half_on)
    made = known or operations.rate_outcomes(by, contract, half_on, None, RATINGS)
    db.session.flush()
    return made
