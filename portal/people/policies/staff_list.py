"""Who takes the whole staff list away."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def see_staff_list(person: Person) -> bool:
    """HR and administrators take the whole staff list away, as one is brought in."""
    return person.has_role(*KEEPERS)
