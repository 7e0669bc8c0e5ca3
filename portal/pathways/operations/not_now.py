"""Somebody does not want to be told again how others moved on."""

from portal import audit
from portal.database import db
from portal.pathways import queries
from portal.pathways.models import NotNow
from portal.people.models import Person


def say_not_now(person: Person) -> None:
    """Put the sentence away for good; a second press changes nothing."""
    if queries.said_not_now(person) is not None:
        return
    said = NotNow(organisation_id=person.organisation_id, person_id=person.id)
    db.session.add(said)
    db.session.flush()
    audit.record(person, "pathways.sentence_put_away", said)
