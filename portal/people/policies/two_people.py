"""Who says of two records that look like one person that they are two people."""

from portal.people.models import Person, TwoPeople
from portal.people.policies.directory import KEEPERS


def see_two_people(person: Person) -> bool:
    """HR and administrators see who looks like one person and was put aside as two."""
    return person.has_role(*KEEPERS)


def tell_apart(person: Person, other: Person) -> bool:
    """HR and administrators say that two who look like one person are two people."""
    return person.has_role(*KEEPERS)


def withdraw_two_people(person: Person, two: TwoPeople) -> bool:
    """HR and administrators take back that two people are two."""
    return person.has_role(*KEEPERS)
