"""A first time in court on a home page: a letter, a step, and "Deadline"."""

from dataclasses import dataclass
from datetime import date

from portal.court import queries
from portal.court.models import CourtSupport
from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.people.models import Person

ROLES = ("nqsw", "worker", "consultant")


@dataclass(frozen=True)
class Court:
    """The matters of somebody; without any, whether it is offered to them."""

    matters: list[CourtSupport]
    is_offered: bool


def card(person: Person, today: date) -> Card | None:
    """The card of who goes to court with somebody; offered in the first year."""
    if not person.has_role(*ROLES):
        return None
    matters = queries.supports_of(person)
    is_new = not matters and person.has_role("nqsw")
    is_offered = is_new and queries.ready_to_lead(person) is None
    if not matters and not is_offered:
        return None
    return Card(
        "home/_court.html", Court(matters, is_offered), needs=_needs(matters, person, today)
    )


def _needs(matters: list[CourtSupport], person: Person, today: date) -> tuple[Need, ...]:
    asked = [
        Need(f"Say yes or no to {each.consultant.name}", "First time in court", today,
             f"/court/{each.id}")
        for each in matters
        if each.accepted_on is None and each.practitioner_id == person.id
    ]  # fmt: skip
    ahead = [
        Need("Deadline", f"Matter {each.letter}", each.next_day, f"/court/{each.id}")
        for each in matters
        if each.accepted_on and each.next_day
    ]
    return (*asked, *ahead)
