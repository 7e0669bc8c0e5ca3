"""My route into social work: where I stand on it, what is next, and when I study."""

from dataclasses import dataclass
from datetime import date

from portal.home.cards.card import Card
from portal.home.needs import AHEAD, Need
from portal.people.models import Person
from portal.routes import queries
from portal.routes.standing import Standing

PAGE = "/my-route"


@dataclass(frozen=True)
class MyRoute:
    """What my home page says of my route."""

    title: str
    standing: Standing


def card(person: Person, today: date) -> Card | None:
    """The card of whoever is on a route."""
    route = queries.own_route(person) if _may_be_on_one(person, today) else None
    if route is None:
        return None
    standing = queries.standing_of(route, today)
    if standing.is_over:
        return None
    facts = MyRoute(route.template.name, standing)
    return Card("home/_my_route.html", facts, standing.where, _needs(standing, today))


def _may_be_on_one(person: Person, today: date) -> bool:
    """Whether to ask at all: a route ends before registration, and comes with no other role."""
    roles = {each.role for each in person.roles_held if each.covers(today)}
    is_free = not person.registration_number and roles <= {"assistant"}
    return is_free and person.organisation.has_area("routes")


def _needs(standing: Standing, today: date) -> tuple[Need, ...]:
    """What was due and is not recorded, the next step, and the next study day."""
    late = [
        Need(each.title, "Of your route; record when it took place", each.due_on, PAGE)
        for each in standing.was_due
    ]
    near = [
        Need(each.title, "Of your route", each.due_on, PAGE)
        for each in standing.ahead
        if each.due_on <= today + AHEAD
    ]
    study = [Need("Study day", "Away from the desk", day, PAGE) for day in standing.study_days[:1]]
    return (*late, *near, *study)
