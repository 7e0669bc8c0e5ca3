"""The contracts that somebody may open, and one of them as each side reads it."""

from collections.abc import Iterator
from typing import Any

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.practices import continuity, policies, queries, spans, standing, terms
from portal.practices.models import Contract, PracticeTotals
from portal.practices.totals import KEYS, LEADS, PLACEMENTS, TITLES
from portal.practices.views.blueprint import practices
from portal.web.guard import guard
from portal.web.lists import page_of, pages_of
from portal.web.pages import show

HEADINGS = (
    "With", "Owned by", "First day", "Last day", "For how many children", "Where it stands",
)  # fmt: skip
OF_TOTALS = ("Quarter", "First day", "Version", "Sent on", "Counts now", "Reason")


@practices.get("/practices")
@guard(policies.see_practices)
def all_practices() -> Response:
    """The contracts of my organisation, with practices or with councils, 50 at a time."""
    mine = queries.contracts_for(g.person)
    page = page_of(mine, keys=queries.BY_BEGINNING, after=request.args.get("after"))
    return show("practices/all_practices.html", page=page, ownerships=OWNERSHIPS)


@practices.get("/practices/export")
@guard(policies.see_practices)
def export_practices() -> Response:
    """The same as a file."""
    return take_away("practices.contracts", "Practices under contract", HEADINGS, _contracts())


@practices.get("/practices/<uuid:contract_id>")
@guard(policies.see_practice, contract=Contract)
def practice(contract: Contract) -> Response:
    """One contract: what was agreed, totals, continuity, outcomes and what was paid."""
    own = contract.is_practice_of(g.person)
    facts: dict[str, Any] = {"contract": contract, "own": own, "ownerships": OWNERSHIPS}
    if contract.is_agreed:
        facts |= _agreed(contract, own)
    kept = [each.title for each in terms.FUNCTIONS if each.key in contract.functions_kept]
    return show("practices/practice.html", kept=kept, WAITING=standing.WAITING, **facts)


@practices.get("/practices/<uuid:contract_id>/export")
@guard(policies.see_practice, contract=Contract)
def export_practice(contract: Contract) -> Response:
    """The totals of a contract as a file, each version that was sent."""
    headings = (*OF_TOTALS, *TITLES.values())
    rows, about = list(_totals(contract)), str(contract.id)
    return take_away("practices.totals", "Totals of a practice", headings, rows, contract_id=about)


OWNERSHIPS = terms.titles(terms.OWNERSHIPS)


def _agreed(contract: Contract, own: bool) -> dict[str, Any]:
    """What stands on the page of a contract that both agreed to."""
    day = today()
    quarters, halves = spans.over(contract, day), spans.over(contract, day, spans.HALF)
    rows = queries.totals_of(contract, with_drafts=own)
    counting = queries.counting(rows)
    typed = {each.quarter_on for each in rows}
    newest: dict[str, Any] = {}
    if quarters and contract.practice_id:
        staffed = queries.staffing(contract.practice_id, quarters[0])
        newest = {"quarter": quarters[0], "continuity": continuity.sentences(staffed)}
    payments = queries.payments_of(contract)
    return {
        **newest,
        "counting": counting,
        "rows": rows,
        "counting_ids": {each.id for each in counting},
        "missing": [each for each in quarters if each.started_on not in typed],
        "halves": halves,
        "quarters": quarters,
        "assessments": queries.assessments_of(contract),
        "payments": payments,
        "decided": {each.half_on for each in payments},
        "exchanges": [] if own else queries.exchanges_of(contract),
        "outcomes": terms.OUTCOMES,
        "leads": LEADS,
        "placements": PLACEMENTS,
        "titles": TITLES,
        "key_of": spans.key_of,
    }


def _contracts() -> Iterator[tuple[Any, ...]]:
    for page in pages_of(queries.contracts_for(g.person), keys=queries.BY_BEGINNING):
        for each in page.rows:
            yield (
                each.other_than(g.person), OWNERSHIPS[each.ownership], each.started_on,
                each.ended_on, each.children_for, each.where,
            )  # fmt: skip


def _totals(contract: Contract) -> Iterator[tuple[Any, ...]]:
    """Every version that was sent, or nothing where the contract is not agreed."""
    rows: list[PracticeTotals] = []
    if contract.is_agreed:
        rows = queries.totals_of(contract, with_drafts=False)
    counting = {each.id for each in queries.counting(rows)}
    for each in rows:
        counts = each.counts
        yield (
            each.quarter.words, each.quarter_on, each.number, each.sent_on, each.id in counting,
            each.reason, *(counts[key] for key in KEYS),
        )  # fmt: skip
