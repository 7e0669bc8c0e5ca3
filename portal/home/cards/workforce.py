"""The cards of those who look after everybody: HR, the administrator, the principal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards.card import SHOWN, Card
from portal.home.queries import pairs, workforce, years
from portal.home.queries.counting import Counted
from portal.home.queries.names import name_of
from portal.people.models import Person


@dataclass(frozen=True)
class Workforce:
    """Vacant posts: how many, and those that have been vacant longest."""

    vacant: Counted
    longest: Sequence[Any]


@dataclass(frozen=True)
class Unaccounted:
    """People without an account; the first few are shown."""

    number: Counted
    shown: list[tuple[Any, str]]


def hr(person: Person, today: date) -> Card | None:
    """The card of HR: who is in post, what stands vacant, and the staff list."""
    if not person.has_role("hr"):
        return None
    people = workforce.in_post(person.organisation_id, today)
    vacant = workforce.vacancies(person.organisation_id, today)
    count = Counted(len(vacant))
    return Card(
        template="home/_workforce.html",
        facts=Workforce(count, vacant[:SHOWN]),
        standing=_in_post(people, count.number),
        figures=((people.words, "people in post"), (count.words, "posts vacant")),
    )


def admin(person: Person, today: date) -> Card | None:
    """The card of the administrator: who cannot sign in yet."""
    if not person.has_role("admin"):
        return None
    rows = workforce.without_account(person.organisation_id, today)
    shown = [(row.id, name_of(row)) for row in rows[:SHOWN]]
    count = Counted(len(rows))
    return Card("home/_accounts.html", Unaccounted(count, shown), _unaccounted(count))


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


def _unaccounted(count: Counted) -> str:
    if count.number == 0:
        return "Everybody can sign in."
    return (
        f"{'1 person has' if count.number == 1 else f'{count.words} people have'} no account yet."
    )
