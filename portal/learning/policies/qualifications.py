"""Who sees what somebody holds and when it expires, and who writes it down."""

from portal.learning.models import Qualification
from portal.people.models import Person

RECORDERS = ("hr", "admin")


def see_my_learning(person: Person) -> bool:
    """Everybody who works here: their own."""
    return person.is_active


def see_qualifications(person: Person, other: Person) -> bool:
    """The person themself, who manages them or covers for that, human resources, administrators."""
    return person.id == other.id or person.has_role(*RECORDERS) or person.manages(other.posts_held)


def record_qualification(person: Person, other: Person) -> bool:
    """The person themself, who manages them or covers for that, human resources, administrators."""
    return see_qualifications(person, other)


def change_qualification(person: Person, qualification: Qualification) -> bool:
    """Human resources, administrators, who manages the person; the person, what they wrote down."""
    if qualification.is_certificate or qualification.set_aside_on is not None:
        return False  # what was attended here follows its attendance
    if person.id == qualification.person_id:
        return person.id == qualification.recorded_by_id
    return person.has_role(*RECORDERS) or person.manages(qualification.posts)


def see_certificate(person: Person, qualification: Qualification) -> bool:
    """For a course attended here: the person, who manages them, human resources, administrators."""
    is_theirs = person.id == qualification.person_id or person.has_role(*RECORDERS)
    return qualification.is_certificate and (is_theirs or person.manages(qualification.posts))


def see_due(person: Person) -> bool:
    """Everybody who works here: of those they manage; human resources and administrators of all."""
    return person.is_active
