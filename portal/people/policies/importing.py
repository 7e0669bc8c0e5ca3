"""Who may bring a staff list in."""

from portal.people.models import Person
from portal.people.policies.directory import KEEPERS
from portal.people.uploads import StaffListUpload


def import_staff_list(person: Person) -> bool:
    """HR and administrators may bring a staff list in."""
    return person.has_role(*KEEPERS)


def continue_import(person: Person, upload: StaffListUpload) -> bool:
    """Whoever chose the file goes on with it, as long as they may bring a staff list in."""
    return import_staff_list(person) and upload.uploaded_by_id == person.id
