"""The talk afterwards, and the consultant's decision: ready to lead, or what comes next."""

from portal import audit, notices
from portal.clock import today
from portal.court import notices as sentences
from portal.court import queries, tracking
from portal.court.models import NOT_YET, CourtSupport, ReadyToLead
from portal.court.operations.going import CourtError
from portal.database import db
from portal.people.models import Person


def write_debrief(by: Person, support: CourtSupport, words: str) -> bool:
    """Keep what the two noted when they talked about it; False where it is the same."""
    if support.debrief == words:
        return False
    support.seal("sealed_debrief", words)
    if support.debriefed_on is None:
        support.debriefed_on = today()
    db.session.flush()
    audit.record(by, "court.debrief_written", support)
    other = support.other_than(by)
    said = sentences.moved_on(by, support.letter)
    notices.tell(other, said, link=f"/court/{support.id}", about=support)
    return True


def decide_ready(by: Person, support: CourtSupport) -> ReadyToLead:
    """Find somebody ready to lead; a second time it is the same.

    Raises CourtError before they talked about the hearing.
    """
    _refuse_early(support)
    person = support.practitioner
    known = queries.ready_to_lead(person)
    if known is not None:
        return known
    ready = ReadyToLead(
        organisation_id=support.organisation_id, person_id=person.id, decided_by_id=by.id,
        decided_by=by,
    )  # fmt: skip
    db.session.add(ready)
    support.verdict = ""
    support.seal("sealed_next", "")
    db.session.flush()
    audit.record(by, "court.found_ready", ready)
    notices.tell(person, sentences.ready(by), link=f"/court/{support.id}", about=support)
    return ready


def decide_not_yet(by: Person, support: CourtSupport, words: str) -> None:
    """Write what comes next before somebody leads by themself.

    Raises CourtError before they talked about the hearing.
    """
    _refuse_early(support)
    support.verdict = NOT_YET
    support.seal("sealed_next", words)
    db.session.flush()
    audit.record(by, "court.not_yet_said", support)
    said = sentences.not_yet(by, support.letter)
    notices.tell(support.practitioner, said, link=f"/court/{support.id}", about=support)


def _refuse_early(support: CourtSupport) -> None:
    missing = tracking.may_decide(support.done)
    if missing:
        raise CourtError("decision", missing)
