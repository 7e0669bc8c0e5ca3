"""Telling people, and who manages them, of what expires: before its day, and once it has passed."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.learning import sentences
from portal.learning.expiring import HEARD_BY_MANAGERS, STILL_NEWS, TOLD_BEFORE, heard_of
from portal.learning.models import ExpiryTold
from portal.learning.queries import due as queries
from portal.people.models import Organisation, Person
from portal.people.queries import managers_of

MOST_AT_ONCE = 500


def tell_of_expiry(organisation_id: UUID) -> int:
    """Tell who holds what expires soon or has just passed, each once for each; how many told."""
    day = today()
    last = day + timedelta(days=max(TOLD_BEFORE))
    found = queries.expiring(organisation_id, day, day - STILL_NEWS, last, MOST_AT_ONCE)
    known = queries.told(organisation_id, day - STILL_NEWS)
    new = [
        (line, stage)
        for line in found
        if (stage := heard_of(line.expires_on, day))
        and (line.subject_id, line.expires_on, stage) not in known
    ]
    if new:
        _tell(organisation_id, new)
    return len(new)


def _tell(organisation_id: UUID, new: Sequence[tuple[queries.Line, str]]) -> None:
    day = today()
    own = {line.person_id for line, _ in new}
    managers = managers_of(own, day)
    people = queries.people(own | {each for some in managers.values() for each in some})
    for line, stage in new:
        person = people[line.person_id]
        notices.tell(person, sentences.expires(line, day), link="/qualifications")
        for each in sorted(managers.get(person.id, ()), key=str):
            if stage in HEARD_BY_MANAGERS:
                _tell_manager(people[each], person, line)
        db.session.add(
            ExpiryTold(
                organisation_id=organisation_id, person_id=person.id, of=line.of,
                subject_id=line.subject_id, expires_on=line.expires_on, told=stage,
            )
        )  # fmt: skip
    db.session.flush()
    organisation = db.session.get_one(Organisation, organisation_id)
    audit.record(None, "learning.expiry_told", organisation, notices=len(new))


def _tell_manager(manager: Person, person: Person, line: queries.Line) -> None:
    said = sentences.expires_of(person, line, today())
    notices.tell(manager, said, link="/qualifications/due")
