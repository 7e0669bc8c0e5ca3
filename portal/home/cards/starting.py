"""The card of HR with something to do for people who start: only while there is."""

from collections.abc import Sequence
from datetime import date, timedelta

from portal.home.cards.card import Card
from portal.home.needs import AHEAD, Need
from portal.induction.queries.first_weeks import days_of_mine
from portal.people.models import Person
from portal.web.numbers import counted

WHAT = "Do what is yours for people who start"


def card(person: Person, today: date) -> Card | None:
    """What HR does around somebody's first day, within two weeks or overdue.

    The others who do something then find it among their inductions.
    """
    if not person.has_role("hr"):
        return None
    days = [day for day in days_of_mine(person) if day <= today + AHEAD]
    if not days:
        return None
    said = why(days, today)
    need = Need(WHAT, said, days[0], "/first-weeks")
    return Card(template="home/_starting.html", facts=said, needs=(need,))


def why(days: Sequence[date], today: date) -> str:
    """How many things wait within two weeks, and how many were due before today."""
    said = f"{counted(len(days), 'thing', 'things')} within two weeks"
    past = sum(day <= today - timedelta(days=1) for day in days)
    if not past:
        return said
    return f"{said}; {counted(past, 'was', 'were')} due before today"
