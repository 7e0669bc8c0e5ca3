"""The card of those with something to do for people who start: only while there is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from portal.home.cards.card import Card
from portal.home.needs import AHEAD, Need
from portal.induction.queries.first_weeks import days_of_mine
from portal.induction.queries.reading import STARTING
from portal.people.models import Person
from portal.web.numbers import counted

WHAT = "Do what is yours for people who start"


def card(person: Person, today: date) -> Card | None:
    """What HR does around somebody's first day, within two weeks or overdue.

    Those who accompany years are asked with what else waits for them alone (`reading`).
    """
    if not person.has_role("hr") or person.has_role(*STARTING):
        return None
    needs = tuple(needs_of(days_of_mine(person), today))
    if not needs:
        return None
    return Card(template="home/_starting.html", facts=needs[0].why, needs=needs)


def needs_of(days: Iterable[date], today: date) -> Iterator[Need]:
    """One deed for all that is to do on these days, within two weeks or overdue."""
    soon = [day for day in days if day <= today + AHEAD]
    if soon:
        yield Need(WHAT, why(soon, today), min(soon), "/first-weeks")


def why(days: Sequence[date], today: date) -> str:
    """How many things wait within two weeks, and how many were due before today."""
    said = f"{counted(len(days), 'thing', 'things')} within two weeks"
    past = sum(day <= today - timedelta(days=1) for day in days)
    if not past:
        return said
    return f"{said}; {counted(past, 'was', 'were')} due before today"
