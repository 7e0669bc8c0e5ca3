"""Who may say something about themself, and who may take somebody's contact card away."""

from portal.people.models import Person
from portal.people.policies.directory import see_person


def my_profile(person: Person) -> bool:
    """Everybody who is signed in, their own profile."""
    return True


def my_equality_answers(person: Person) -> bool:
    """Everybody who works here, about themself; nobody can open another's."""
    return person.is_active


def contact_card(person: Person, other: Person) -> bool:
    """Everybody may put a colleague's name, work, e-mail address and telephone into their own."""
    return see_person(person, other)
