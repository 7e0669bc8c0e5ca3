"""Who may say what they offer and look for, and who may read it."""

from portal.matching.models import RuledOut
from portal.people.models import Person


def my_offer(person: Person) -> bool:
    """Coaches and mentors: what they offer themselves."""
    return person.has_role("coach", "mentor")


def my_goals(person: Person) -> bool:
    """Everybody who works here: what they look for themselves."""
    return person.is_active


def never_with(person: Person) -> bool:
    """Everybody who works here: with whom they should not be paired. Nobody else sees the list."""
    return person.is_active


def end_ruling_out(person: Person, ruled_out: RuledOut) -> bool:
    """Whoever ruled somebody out takes it back."""
    return ruled_out.person_id == person.id


def see_offers(person: Person) -> bool:
    """The coordinator: what people offer and look for, never what they chose about themselves."""
    return person.has_role("coordinator")
