"""Who looks after the registration of social workers."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def see_registrations(person: Person) -> bool:
    """HR and administrators see who is registered with the regulator, and until when."""
    return person.has_role(*KEEPERS)


def check_registrations(person: Person) -> bool:
    """HR and administrators check registrations against the regulator's list."""
    return person.has_role(*KEEPERS)
