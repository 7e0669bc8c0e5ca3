"""Who may set how the organisation uses the portal."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def switch_areas(person: Person) -> bool:
    """Administrators switch the areas of their organisation on and off."""
    return person.has_role("admin")


def change_field_owners(person: Person) -> bool:
    """HR and administrators say which fields the staff list keeps, and which the portal."""
    return person.has_role(*KEEPERS)
