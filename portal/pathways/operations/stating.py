"""What people say themselves of what a role asks. The trail says that they did, never what."""

from portal import audit
from portal.database import db
from portal.pathways import queries
from portal.pathways.catalogue import Place, Requirement
from portal.pathways.models import RequirementStatement
from portal.people.models import Person


def state_requirement(person: Person, place: Place, asked: Requirement, words: str) -> bool:
    """Keep how somebody shows a requirement; no words take it back. False where nothing changes."""
    kept = queries.statement_of(person, place.key, asked.key)
    if (kept.words if kept else "") == words:
        return False
    if kept and not words:
        audit.record(person, "pathways.statement_withdrawn", kept)
        db.session.delete(kept)
        db.session.flush()
        return True
    kept = kept or RequirementStatement(
        organisation_id=person.organisation_id, person_id=person.id,
        place_key=place.key, requirement_key=asked.key,
    )  # fmt: skip
    kept.words = words
    db.session.add(kept)
    db.session.flush()
    audit.record(person, "pathways.requirement_stated", kept)
    return True
