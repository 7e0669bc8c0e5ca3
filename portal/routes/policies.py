"""Who may see and change a route into social work."""

from portal.people.models import Person
from portal.routes.models import Placement, Route


def see_my_route(person: Person) -> bool:
    """Everybody, their own route."""
    return True


def see_routes(person: Person) -> bool:
    """Human resources and the induction coordinator: who is on a route, and what was due."""
    return person.has_role("hr", "coordinator")


def enrol_on_route(person: Person, other: Person) -> bool:
    """Human resources and the induction coordinator, others of their organisation."""
    if person.organisation_id != other.organisation_id or person.id == other.id:
        return False
    return see_routes(person) and other.is_active


def see_route(person: Person, route: Route) -> bool:
    """The person, human resources and the coordinator; manager and cover while it lasts."""
    if person.organisation_id != route.organisation_id:
        return False
    if route.person_id == person.id or see_routes(person):
        return True
    return route.is_open and route.is_managed_by(person)


def record_step(person: Person, route: Route) -> bool:
    """While it lasts: the person, their manager and cover, human resources and the coordinator."""
    return route.is_open and see_route(person, route)


def change_route(person: Person, route: Route) -> bool:
    """While it lasts: human resources and the coordinator, of others."""
    if person.organisation_id != route.organisation_id or route.person_id == person.id:
        return False
    return route.is_open and see_routes(person)


def see_my_placements(person: Person) -> bool:
    """Everybody, the placements that they teach themselves."""
    return True


def see_placement(person: Person, placement: Placement) -> bool:
    """Whoever sees the route, and who teaches the placement."""
    if person.organisation_id != placement.organisation_id:
        return False
    return person.id == placement.educator_id or see_route(person, placement.route)


def change_placement(person: Person, placement: Placement) -> bool:
    """While the route lasts: human resources and the coordinator, of others."""
    return change_route(person, placement.route)


def say_week(person: Person, placement: Placement) -> bool:
    """Only whose placement it is, while the route lasts."""
    return person.id == placement.route.person_id and placement.route.is_open


def confirm_weeks(person: Person, placement: Placement) -> bool:
    """Only the practice educator of the placement."""
    return person.id == placement.educator_id
