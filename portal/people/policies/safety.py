"""Who sees the numbers to call when somebody may come to harm, and who keeps them."""

from portal.people.models import Person


def safety(person: Person) -> bool:
    """Everybody who is signed in, the numbers to call; nobody sees who opened them."""
    return True


def safety_numbers(person: Person) -> bool:
    """Administrators and the coordinator keep the numbers to call about somebody's safety."""
    return person.has_role("admin", "coordinator")
