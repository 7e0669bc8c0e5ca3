"""Who may set how the organisation uses the portal."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS


def organisation_name(person: Person) -> bool:
    """Administrators say what their organisation is called; never in the demonstration."""
    return person.has_role("admin") and not person.organisation.is_demo


def switch_areas(person: Person) -> bool:
    """Administrators switch the areas of their organisation on and off."""
    return person.has_role("admin")


def change_field_owners(person: Person) -> bool:
    """HR and administrators say which fields the staff list keeps, and which the portal."""
    return person.has_role(*KEEPERS)


def nation(person: Person) -> bool:
    """Administrators say whose bank holidays their organisation keeps."""
    return person.has_role("admin")


def local_drafts(person: Person) -> bool:
    """Administrators say whether unsaved words may wait on people's own computers."""
    return person.has_role("admin")
