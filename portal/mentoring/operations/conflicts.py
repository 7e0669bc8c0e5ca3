"""Somebody approves by name that a manager or an assessor supports a colleague, and says why."""

from portal import audit, notices
from portal.database import db
from portal.mentoring import notices as sentences
from portal.mentoring.models import ConflictApproved
from portal.people.models import Person


def approve_conflict(
    by: Person, *, coach: Person, supported: Person, conflict: str, reason: str
) -> ConflictApproved:
    """Approve that one supports whom they manage or assess, and tell both."""
    made = ConflictApproved(
        organisation_id=by.organisation_id, coach_id=coach.id, coach=coach,
        supported_id=supported.id, supported=supported, conflict=conflict, reason=reason,
        approved_by_id=by.id, approved_by=by,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    facts = {"coach_id": str(coach.id), "supported_id": str(supported.id), "conflict": conflict}
    audit.record(by, "mentoring.conflict_approved", made, **facts)
    for reader in (coach, supported):
        if reader.id != by.id:
            said = sentences.conflict_approved(by, made, reader)
            notices.tell(reader, said, link=f"/pairings/conflicts/{made.id}", about=made)
    return made
