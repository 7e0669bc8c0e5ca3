"""What will be here for those whose work this version does not hold yet, said honestly."""

from datetime import date

from portal.home.cards.card import Card
from portal.people.models import Person

WORDS = {
    "evaluator": "Sites, baselines and follow-ups are not in this version yet.",
}


def card(person: Person, today: date) -> Card | None:
    """The card of whoever waits for a later version; it has nothing to press."""
    said = [words for role, words in WORDS.items() if person.has_role(role)]
    return Card("home/_later.html", said) if said else None
