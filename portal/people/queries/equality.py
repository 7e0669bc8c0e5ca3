"""What somebody said about themself for equality, for them; of many, to be counted."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.people.equality import RATHER_NOT
from portal.people.models import EqualityAnswers, Person

MOST = 5000


def equality_answers_of(person: Person) -> EqualityAnswers | None:
    """Somebody's own answers, if they gave any."""
    own = EqualityAnswers.person_id == person.id
    return db.session.scalar(select(EqualityAnswers).where(own))


def equality_answers_among(person_ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """What each of these people said, to be counted and never shown; "rather not" is no answer."""
    found = (
        select(EqualityAnswers)
        .where(EqualityAnswers.person_id.in_(person_ids[:MOST]))
        .order_by(EqualityAnswers.person_id)
        .limit(MOST)
    )
    return {
        row.person_id: {key: said for key, said in row.answers.items() if said != RATHER_NOT}
        for row in db.session.scalars(found)
    }
