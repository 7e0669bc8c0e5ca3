"""Who keeps the career catalogue of an organisation."""

from portal.people.models import Person


def see_catalogue(person: Person) -> bool:
    """Human resources and the principal social worker keep the career catalogue."""
    return person.has_role("hr", "principal")


def change_catalogue(person: Person) -> bool:
    """Human resources and the principal social worker keep the career catalogue."""
    return person.has_role("hr", "principal")
