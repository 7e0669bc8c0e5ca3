"""Evidence and ratings for tests, added as a person would."""

from collections.abc import Sequence
from datetime import date

from portal.database import db
from portal.people.models import Person
from portal.standards import frameworks, operations
from portal.standards.models import Evidence

PQS = frameworks.known("pqs-child-and-family-2018")
ECS = frameworks.known("ecs-child-and-family-2027")
TO_ECS = frameworks.moves_from(PQS.key)[0]


def a_piece(
    person: Person,
    *,
    title: str = "A visit I thought about",
    dated_on: date = date(2026, 11, 12),
    shows: Sequence[str] = (),
    kind: str = "writing",
) -> Evidence:
    """A piece of somebody's evidence that shows these standards, flushed."""
    piece = operations.add_evidence(person, person, kind=kind, title=title, dated_on=dated_on)
    if shows:
        operations.choose_standards(person, piece, PQS, shows)
    db.session.flush()
    return piece
