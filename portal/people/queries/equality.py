"""What somebody said about themself for equality, for them; of many, to be counted."""

from sqlalchemy import select

from portal.database import db
from portal.people.models import EqualityAnswers, Person

AT_ONCE = 500


def equality_answers_of(person: Person) -> EqualityAnswers | None:
    """Somebody's own answers, if they gave any."""
    own = EqualityAnswers.person_id == person.id
    return db.session.scalar(select(EqualityAnswers).where(own))
