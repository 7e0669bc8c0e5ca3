"""Evidence and ratings for tests, added as a person would."""

from collections.abc import Sequence
from datetime import date

from portal.database import db
from portal.induction.models import Induction
from portal.induction.models.verifications import Verification
from portal.induction.operations import verifications
from portal.people.models import Person
from portal.standards import frameworks, operations
from portal.standards.models import Evidence
from tests.factories.induction import item_of

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


def a_document_seen(induction: Induction, *, by: Person) -> Verification:
    """The first document of a year, seen and not confirmed yet, flushed."""
    return verifications.verify_document(
        by,
        induction,
        item_of(induction, "document-1"),
        kind="assessment",
        seen_on=date(2026, 11, 12),
        description="An assessment of ordinary length",
    )
