"""The card of a coach or mentor: the people they support, those to meet next in front."""

from dataclasses import dataclass
from datetime import date

from portal.home.cards.card import SHOWN, Card
from portal.home.needs import Need
from portal.mentoring import policies, queries
from portal.mentoring.queries import Supported
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import in_words


@dataclass(frozen=True)
class PeopleISupport:
    """The first few of the people somebody supports, and how many there are."""

    shown: list[Supported]
    number: int


def card(person: Person, today: date) -> Card | None:
    """The card of whoever supports people, or may come to."""
    if not policies.see_people_i_support(person):
        return None
    people = queries.people_i_support(person, today)
    return Card(
        template="home/_people_i_support.html",
        facts=PeopleISupport(people[:SHOWN], len(people)),
        standing=_standing(len(people)),
        needs=tuple(_need(one) for one in people),
    )


def _standing(number: int) -> str:
    if number == 0:
        return "You support nobody yet."
    return f"You support {in_words(number)} {'person' if number == 1 else 'people'}."


def _need(one: Supported) -> Need:
    """To meet again as often as is agreed, as the pages of coaching say it."""
    href = f"/pairings/{one.pairing.id}"
    name = one.person.name
    if one.next_on is not None:
        return Need(f"Session with {name}", "Planned; log it once you have met", one.due_on, href)
    if one.last_on is None:
        why = f"Paired from {days.in_words(one.due_on)}"
        return Need(f"Arrange a first session with {name}", why, one.due_on, href)
    why = f"You last met on {days.in_words(one.last_on)}"
    return Need(f"Arrange the next session with {name}", why, one.due_on, href)
