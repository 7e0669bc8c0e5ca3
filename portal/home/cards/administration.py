"""The card of the administrator: how far the portal is here, and who cannot sign in yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards.card import SHOWN, Card
from portal.home.first_steps import CONCERNED, Checklist, checklist
from portal.home.needs import Need
from portal.home.queries import administration as queries
from portal.home.queries import first_steps
from portal.home.queries.counting import Counted
from portal.home.queries.names import name_of
from portal.people.models import Person

FIRST_STEPS = "/organisation/first-steps"


@dataclass(frozen=True)
class Looked:
    """People without an account, the first few with a sentence each, and the first steps.

    `has_list`: whether the people who work here are known yet.
    """

    number: Counted
    shown: list[tuple[Any, str, str]]
    steps: Checklist
    has_list: bool


def card(person: Person, today: date) -> Card | None:
    """The card of the administrator, with the step that is next before others can begin."""
    if not person.has_role("admin"):
        return None
    facts = first_steps.facts(person, today)
    steps = checklist(facts, [role for role in CONCERNED if person.has_role(role)])
    count = queries.how_many_without_account(person.organisation_id)
    few = min(count.number, SHOWN)
    rows = queries.first_without_account(person.organisation_id, today, few) if few else []
    shown = [(row.id, name_of(row), _invitation(row)) for row in rows]
    return Card(
        template="home/_accounts.html",
        facts=Looked(count, shown, steps, facts.has_list),
        standing=_unaccounted(count) if facts.has_list else "The staff list is not in yet.",
        needs=tuple(_needs(steps, today)),
    )


def _needs(steps: Checklist, today: date) -> list[Need]:
    """The next of the first steps: the list of them has the others."""
    if steps.next is None:
        return []
    why = f"{steps.next.why} {steps.done} of {len(steps.all)} first steps are done."
    return [Need(steps.next.title, why, today, FIRST_STEPS)]


def _invitation(row: Any) -> str:
    if not row.email:
        return "Without an e-mail address they cannot be invited"
    return "Holds a role: invite them to sign in" if row.has_role else "Invite them to sign in"


def _unaccounted(count: Counted) -> str:
    if count.number == 0:
        return "Everybody has been invited."
    return (
        f"{'1 person has' if count.number == 1 else f'{count.words} people have'} no account yet."
    )
