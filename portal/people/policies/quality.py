"""Who looks at the quality of the data, and mends it from there."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def see_data_quality(person: Person) -> bool:
    """HR and administrators see what in the data about people is to be looked at."""
    return person.has_role(*KEEPERS)


def give_manager(person: Person) -> bool:
    """HR and administrators say who manages people whose manager is not known."""
    return person.has_role(*KEEPERS)


def settle_address(person: Person, other: Person) -> bool:
    """HR and administrators say whose an address is that two people were given."""
    return person.has_role(*KEEPERS)


def ask_when_qualified(person: Person, other: Person) -> bool:
    """HR and administrators ask somebody on which day they qualified."""
    return person.has_role(*KEEPERS)
