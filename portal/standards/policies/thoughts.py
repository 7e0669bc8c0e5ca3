"""Who may see a thought: whoever had it."""

from portal.people.models import Person
from portal.standards.models.thoughts import Thought


def see_my_thoughts(person: Person) -> bool:
    """Everybody, their own thoughts."""
    return True


def catch_thought(person: Person) -> bool:
    """Everybody, for themself."""
    return True


def sort_thought(person: Person, thought: Thought) -> bool:
    """Only the person whose thought it is."""
    return person.organisation_id == thought.organisation_id and thought.person_id == person.id


def take_up_thought(person: Person, thought: Thought) -> bool:
    """Only the person whose thought it is."""
    return sort_thought(person, thought)


def write_from_thought(person: Person, thought: Thought) -> bool:
    """Only the person whose thought it is."""
    return sort_thought(person, thought)
