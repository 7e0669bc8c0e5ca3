"""Who sees what somebody holds and when it expires, and who writes it down."""

from portal.learning.models import Qualification
from portal.people.models import Person

RECORDERS = ("hr", "admin")


def see_my_learning(person: Person) -> bool:
    """Everybody who works here: their own."""
    return person.is_active


def see_qualifications(person: Person, other: Person) -> bool:
    """The person themself, who manages them or covers for that, human resources, administrators."""
    return person.id == other.id or record_qualification(person, other)


def record_qualification(person: Person, other: Person) -> bool:
    """Human resources, administrators, and who manages the person or covers for that."""
    if person.id == other.id:
        return False
    return person.has_role(*RECORDERS) or person.manages(other.posts_held)


def change_qualification(person: Person, qualification: Qualification) -> bool:
    """Who may write it down, while it counts; what was attended here follows its attendance."""
    if qualification.is_certificate or qualification.set_aside_on is not None:
        return False
    return record_qualification(person, qualification.person)


def see_certificate(person: Person, qualification: Qualification) -> bool:
    """For a course attended here: the person, who manages them, human resources, administrators."""
    return qualification.is_certificate and see_qualifications(person, qualification.person)


def see_due(person: Person) -> bool:
    """Everybody who works here: of those they manage; human resources and administrators of all."""
    return person.is_active
