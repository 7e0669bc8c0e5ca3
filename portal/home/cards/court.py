"""A first time in court on a home page: a letter, a step, and "Deadline"."""

from datetime import date

from portal.court import queries
from portal.court.models import CourtSupport
from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.people.models import Person

ROLES = ("nqsw", "worker", "consultant")


def card(person: Person, today: date) -> Card | None:
    """The card of who goes to court with somebody; offered in the first year."""
    matters = queries.supports_of(person) if person.has_role(*ROLES) else []
    if not matters and not person.has_role("nqsw"):
        return None
    needs = _needs(matters, person, today)
    return Card(template="home/_court.html", facts=matters, needs=needs)


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
