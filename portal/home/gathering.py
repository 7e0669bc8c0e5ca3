"""Putting a home page together: cards for what somebody is, one agenda, one first sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from portal.home import sentences
from portal.home.cards import (
    Card,
    accompanied,
    administration,
    consulting,
    court,
    first_year,
    later,
    moving_on,
    practices,
    progression,
    reading,
    record,
    route,
    starting,
    support,
    workforce,
)
from portal.home.cards.support import PeopleISupport
from portal.home.needs import Agenda, compose
from portal.notices import queries as notices
from portal.notices.models import Notice
from portal.people.models import Person

MOST_FIGURES = 4
Maker = Callable[[Person, date], Card | None]

# What somebody is decides which cards they have; each card belongs to an area, or to none.
MAKERS: tuple[tuple[str, Maker], ...] = (
    ("induction", first_year.card),
    ("mentoring", support.card),
    ("induction", accompanied.assessor),
    ("induction", reading.card),
    ("induction", accompanied.manager),
    ("induction", accompanied.coordinator),
    ("induction", starting.card),
    ("support", consulting.card),
    ("court", court.card),
    ("pathways", progression.card),
    ("pathways", moving_on.card),
    ("pathways", route.card),
    ("people", workforce.hr),
    ("people", administration.card),
    ("people", workforce.principal),
    ("practices", practices.card),
    ("people", later.card),
)


@dataclass(frozen=True)
class HomePage:
    """What somebody's home page says."""

    lead: str
    agenda: Agenda
    cards: tuple[Card, ...]
    record: Card
    news: Sequence[Notice]
    late: int = 0
    unread: int = 0

    @property
    def logs_sessions(self) -> bool:
        """Whether I support somebody or am supported, and so log sessions."""
        supports = any(isinstance(c.facts, PeopleISupport) and c.facts.number for c in self.cards)
        return supports or bool(self.record.facts.supporters)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The figures of all cards, for the top of the page; four at most."""
        return [figure for card in self.cards for figure in card.figures][:MOST_FIGURES]


def home_of(person: Person, today: date) -> HomePage:
    """The home page of one person on one day."""
    has_area = person.organisation.has_area
    made = (make(person, today) for area, make in MAKERS if has_area(area))
    cards = tuple(card for card in made if card)
    own = record.card(person, today)
    agenda = compose(chain.from_iterable(card.needs for card in (*cards, own)), today)
    standing = next((card.standing for card in (*cards, own) if card.standing), "")
    late = next((card.late for card in cards if card.late), 0)
    lead = sentences.lead(agenda, today, standing, late)
    news, unread = notices.latest_and_unread(person.id)
    return HomePage(lead, agenda, cards, own, news, late, unread)
