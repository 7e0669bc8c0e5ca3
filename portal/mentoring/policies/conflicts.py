"""Who may approve that a manager or an assessor supports somebody, and who reads why."""

from portal.mentoring.models import ConflictApproved
from portal.people.models import Person


def see_conflicts(person: Person) -> bool:
    """The coordinator and the principal social worker: who was approved, by whom and when."""
    return person.has_role("coordinator", "principal")


def approve_conflict(person: Person) -> bool:
    """The coordinator and the principal social worker, by name and with a reason."""
    return person.has_role("coordinator", "principal")


def see_conflict(person: Person, conflict: ConflictApproved) -> bool:
    """The two themselves; the coordinator; whoever approved it."""
    is_theirs = conflict.joins(person) or person.id == conflict.approved_by_id
    return is_theirs or person.has_role("coordinator")
