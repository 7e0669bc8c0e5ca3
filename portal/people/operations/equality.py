"""What people say about themselves for equality. The trail says that they did, and never what."""

from collections.abc import Mapping

from portal import audit
from portal.clock import today
from portal.database import db
from portal.people import queries
from portal.people.models import EqualityAnswers, Person


def keep_equality_answers(person: Person, said: Mapping[str, str]) -> bool:
    """Keep these answers in place of the earlier ones; none at all takes every answer back."""
    kept = queries.equality_answers_of(person)
    if (kept.answers if kept else {}) == said:
        return False
    if kept and not said:
        audit.record(person, "people.equality_answers_withdrawn", kept)
        db.session.delete(kept)
        db.session.flush()
        return True
    kept = kept or EqualityAnswers(organisation_id=person.organisation_id, person_id=person.id)
    kept.answers, kept.answered_on = dict(said), today()
    db.session.add(kept)
    db.session.flush()
    audit.record(person, "people.equality_answers_kept", kept)
    return True
