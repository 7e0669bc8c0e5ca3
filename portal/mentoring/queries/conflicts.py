"""Approved conflicts, and whom somebody mentors who would assess them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, or_, select

from portal.database import db
from portal.mentoring.models import ASSESSOR, MENTORING, ConflictApproved, Pairing, PairProposal
from portal.people.models import Person
from portal.web.lists import Page, page_of, pages_of

NEWEST_FIRST = [ConflictApproved.approved_at, ConflictApproved.id]
MOST_AT_ONCE = 20_000


def conflicts_page(person: Person, after: str | None) -> Page:
    """A page of the conflicts approved in this organisation, newest first."""
    return page_of(_all(person), keys=NEWEST_FIRST, after=after, descending=True)


def every_conflict(person: Person) -> Iterator[ConflictApproved]:
    """All that `conflicts_page` shows a page of, for a file."""
    for page in pages_of(_all(person), keys=NEWEST_FIRST, descending=True):
        yield from page.rows


def approved_among(
    coaches: Collection[UUID], supported: Collection[UUID]
) -> set[tuple[UUID, UUID, str]]:
    """What was approved between any of these: (who supports, whom, although they are what)."""
    found = (
        select(ConflictApproved.coach_id, ConflictApproved.supported_id, ConflictApproved.conflict)
        .where(ConflictApproved.coach_id.in_(coaches), ConflictApproved.supported_id.in_(supported))
        .limit(MOST_AT_ONCE)
    )
    return {(coach, person, conflict) for coach, person, conflict in db.session.execute(found)}


def approved_of(pairing: Pairing) -> Sequence[ConflictApproved]:
    """What was approved by name so that these two may be a pair, the newest first."""
    found = (
        select(ConflictApproved)
        .where(
            ConflictApproved.coach_id == pairing.coach_id,
            ConflictApproved.supported_id == pairing.supported_id,
        )
        .order_by(ConflictApproved.approved_at.desc(), ConflictApproved.id)
        .limit(2)
    )
    return db.session.scalars(found).all()


def mentored_by(person_id: UUID, people: Collection[UUID], today: date) -> set[UUID]:
    """Whom of these somebody mentors, is about to or is asked to, with nothing approved."""
    approved = exists().where(
        ConflictApproved.coach_id == person_id,
        ConflictApproved.supported_id == Pairing.supported_id,
        ConflictApproved.conflict == ASSESSOR,
    )
    paired = select(Pairing.supported_id).where(
        Pairing.coach_id == person_id,
        Pairing.supported_id.in_(people),
        Pairing.kind == MENTORING,
        or_(Pairing.ended_on.is_(None), Pairing.ended_on >= today),
        ~approved,
    )
    allowed = exists().where(
        ConflictApproved.coach_id == person_id,
        ConflictApproved.supported_id == PairProposal.supported_id,
        ConflictApproved.conflict == ASSESSOR,
    )
    asked = select(PairProposal.supported_id).where(
        PairProposal.coach_id == person_id,
        PairProposal.supported_id.in_(people),
        PairProposal.kind == MENTORING,
        PairProposal.outcome.is_(None),
        PairProposal.lapses_on >= today,
        ~allowed,
    )
    return set(db.session.scalars(paired.union(asked)))


def _all(person: Person) -> Select[Any]:
    own = ConflictApproved.organisation_id == person.organisation_id
    return select(ConflictApproved).where(own)
