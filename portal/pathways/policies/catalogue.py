"""Who keeps the career catalogue of an organisation."""

from portal.pathways.models import CatalogueVersion
from portal.people.models import Person


def see_catalogue(person: Person) -> bool:
    """Human resources and the principal social worker keep the career catalogue."""
    return person.has_role("hr", "principal")


def see_version(person: Person, version: CatalogueVersion) -> bool:
    """Human resources and the principal social worker keep the career catalogue."""
    return see_catalogue(person)


def change_catalogue(person: Person) -> bool:
    """Human resources and the principal social worker keep the career catalogue."""
    return person.has_role("hr", "principal")
