"""Who may see what consultants' help adds up to."""

from portal.people.models import Person

WITH_TOTALS = ("principal", "hr")


def see_hours(person: Person) -> bool:
    """Consultants, their own; the principal social worker and human resources, totals alone."""
    return person.has_role("consultant", *WITH_TOTALS)
