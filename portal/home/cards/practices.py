"""The card of whoever answers for contracts with practices, on either side."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from portal.home.cards.card import SHOWN, Card
from portal.home.needs import Need
from portal.people.models import Person
from portal.practices import policies, queries, spans
from portal.practices.models import Contract
from portal.web import days


def card(person: Person, today: date) -> Card | None:
    """The contracts that somebody answers for; for the commissioner also where to propose one."""
    if not policies.see_practices(person):
        return None
    contracts = queries.first_contracts(person, SHOWN)
    if not contracts and not policies.propose_contract(person):
        return None
    needs = tuple(_needs(person, contracts, today))
    return Card("home/_practices.html", contracts, needs=needs)


def _needs(person: Person, contracts: Sequence[Contract], today: date) -> Iterator[Need]:
    """A proposal to answer, and the totals of the last quarter that the practice has not typed."""
    mine = [each for each in contracts if policies.type_totals(person, each)]
    typed = queries.last_typed([each.id for each in mine]) if mine else {}
    for each in contracts:
        page = f"/practices/{each.id}"
        if policies.answer_proposal(person, each):
            why = f"They propose it from {days.in_words(each.started_on)} on"
            what = f"Answer the contract that {each.council.name} proposes"
            yield Need(what, why, each.proposed_on, f"{page}/answer")
        over = spans.over(each, today)[:1] if each in mine else []
        for quarter in over:
            if typed.get(each.id, date.min) < quarter.started_on:
                due_on = quarter.last_on + timedelta(days=28)
                what = f"Type the totals of {quarter.words}"
                why = f"{each.council.name} reads them once you send them"
                yield Need(what, why, due_on, f"{page}/totals")
