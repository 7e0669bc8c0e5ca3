"""The cards of those who look after everybody: HR and the principal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards.card import SHOWN, Card
from portal.home.queries import pairs, workforce, years
from portal.home.queries.counting import Counted
from portal.people.models import Person


@dataclass(frozen=True)
class Workforce:
    """Vacant posts: how many, and those that have been vacant longest."""

    vacant: Counted
    longest: Sequence[Any]


def hr(person: Person, today: date) -> Card | None:
    """The card of HR: who is in post, what stands vacant, and the staff list."""
    if not person.has_role("hr"):
        return None
    people, count = workforce.in_post_and_vacant(person.organisation_id, today)
    longest = workforce.vacant_longest(person.organisation_id, today, SHOWN)
    return Card(
        template="home/_workforce.html",
        facts=Workforce(count, longest),
        standing=_in_post(people, count.number),
        figures=((people.words, "people in post"), (count.words, "posts vacant")),
    )


def principal(person: Person, today: date) -> Card | None:
    """The card of the principal social worker: totals, and nobody by name."""
    if not person.has_role("principal"):
        return None
    has, own = person.organisation.has_area, person.organisation_id
    figures = []
    if has("induction"):
        figures.append((years.open_years(own, today).words, "people in an induction year"))
    if has("mentoring"):
        figures.append((pairs.open_pairs(own, today).words, "people with a coach or mentor"))
    return Card("home/_practice.html", facts=None, figures=tuple(figures))


def _in_post(people: Counted, vacant: int) -> str:
    posts = "no post stands" if vacant == 0 else "1 post stands" if vacant == 1 else ""
    posts = posts or f"{Counted(vacant).words} posts stand"
    who = "1 person is" if people.number == 1 else f"{people.words} people are"
    return f"{who} in post, and {posts} vacant."
