"""Finding the people of a list that somebody wrote down: a line for each, all in one statement."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from portal.database import db
from portal.people.folding import fold
from portal.people.models import Person

MOST_LINES = 100
MOST_ALIKE = 500


def people_of_lines(
    organisation_id: UUID, lines: Sequence[str], day: date
) -> dict[str, list[Person]]:
    """Who is meant by each line: a staff number, a work e-mail, or a whole name."""
    asked = {line: _names(line) for line in lines[:MOST_LINES]}
    known = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.working_here(day))
        .where(
            or_(
                Person.staff_number.in_(asked),
                Person.email.in_([line.lower() for line in asked]),
                Person.sort_key.in_({name for names in asked.values() for name in names}),
            )
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_ALIKE)
    )
    people = list(db.session.scalars(known))
    return {line: _meant(line, names, people) for line, names in asked.items()}


def _meant(line: str, names: set[str], people: Sequence[Person]) -> list[Person]:
    exact = [one for one in people if line == one.staff_number or line.lower() == one.email]
    return exact or [one for one in people if one.sort_key in names]


def _names(line: str) -> set[str]:
    """The keys that lists sort by, of a name with the family name last or first."""
    words = fold(line).split()
    return {" ".join(words[at:] + words[:at]) for at in range(min(len(words), 8))}
