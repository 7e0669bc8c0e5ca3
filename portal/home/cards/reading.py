"""The card of those who read feedback before it goes on: only while some waits for them."""

from datetime import date

from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.induction.queries.feedback import days_to_read
from portal.people.models import Person
from portal.web.numbers import counted


def card(person: Person, today: date) -> Card | None:
    """What waits for an assessor or a coordinator to read it first."""
    if not person.has_role("assessor", "coordinator"):
        return None
    waiting = days_to_read(person)
    if not waiting:
        return None
    number = counted(len(waiting), "answer waits", "answers wait")
    why = f"{number.capitalize()}; the newly qualified worker reads it once you have"
    need = Need("Read feedback before it goes on", why, waiting[0], "/feedback-to-read")
    return Card(template="home/_to_read.html", facts=number, needs=(need,))
