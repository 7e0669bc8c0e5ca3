"""Keeping the local numbers to call when somebody may come to harm."""

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person


def keep_safety_numbers(
    organisation: Organisation, by: Person, numbers: list[dict[str, str]]
) -> bool:
    """Show these numbers, in this order, from now on; False when nothing is different."""
    if organisation.safety_numbers == numbers:
        return False
    organisation.safety_numbers = numbers
    db.session.flush()
    audit.record(by, "people.safety_numbers_kept", organisation, numbers=len(numbers))
    return True
