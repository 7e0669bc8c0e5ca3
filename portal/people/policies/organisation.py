"""Who may set how the organisation uses the portal."""

from portal.people.models import Person


def switch_areas(person: Person) -> bool:
    """Administrators switch the areas of their organisation on and off."""
    return person.has_role("admin")
