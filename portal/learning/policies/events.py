"""Who sees an event, books it, plans it, and says who was there."""

from portal.learning.models import CourseEvent
from portal.learning.policies.courses import KEEPERS
from portal.people.models import Person


def see_event(person: Person, event: CourseEvent) -> bool:
    """Everybody who works here: when, where, and how many places are left."""
    return person.is_active


def plan_event(person: Person) -> bool:
    """The coordinator, human resources and the principal social worker plan events."""
    return person.has_role(*KEEPERS)


def change_event(person: Person, event: CourseEvent) -> bool:
    """Who plans events and whoever runs this one, while it lies ahead."""
    return event.is_ahead and _leads(person, event)


def cancel_event(person: Person, event: CourseEvent) -> bool:
    """Who plans events and whoever runs this one, while it lies ahead."""
    return event.is_ahead and _leads(person, event)


def see_who_comes(person: Person, event: CourseEvent) -> bool:
    """Who plans events and whoever runs this one: the names of those who come or wait."""
    return _leads(person, event)


def say_who_came(person: Person, event: CourseEvent) -> bool:
    """Who plans events and whoever runs this one, from its day on."""
    return event.has_begun and _leads(person, event)


def book(person: Person, event: CourseEvent) -> bool:
    """Everybody who works here but whoever runs it, while it lies ahead."""
    return event.is_ahead and person.is_active and person.id != event.run_by_id


def give_up(person: Person, event: CourseEvent) -> bool:
    """Everybody who works here gives up their own place, while the event lies ahead."""
    return event.is_ahead and person.is_active


def _leads(person: Person, event: CourseEvent) -> bool:
    return person.id == event.run_by_id or plan_event(person)
