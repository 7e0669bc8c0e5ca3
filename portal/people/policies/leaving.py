"""Who may write down that somebody joins, leaves, stays after all, or comes back."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def add_person(person: Person) -> bool:
    """HR and administrators write down somebody who starts."""
    return person.has_role(*KEEPERS)


def leave(person: Person, other: Person) -> bool:
    """HR and administrators write down the last day of somebody else, never their own."""
    return person.has_role(*KEEPERS) and person.id != other.id


def stay(person: Person, other: Person) -> bool:
    """HR and administrators undo the leaving of somebody else until its day is over."""
    return leave(person, other) and other.left_on is not None and other.is_active


def bring_back(person: Person, other: Person) -> bool:
    """HR and administrators write down that somebody who left comes back."""
    return leave(person, other) and other.left_on is not None and not other.is_active
