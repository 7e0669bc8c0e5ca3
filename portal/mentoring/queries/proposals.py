"""Proposed pairs: all of them for the coordinator, and those that wait for somebody's answer."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from portal.database import db
from portal.mentoring.models import PairAnswer, PairProposal
from portal.people.models import Person, RoleHeld
from portal.web.lists import Page, page_of, pages_of

MOST_AT_ONCE = 20_000
MOST_COORDINATORS = 50
NEWEST_FIRST = [PairProposal.proposed_at, PairProposal.id]


def proposals_page(person: Person, after: str | None) -> Page:
    """A page of the pairs proposed in this organisation, newest first."""
    return page_of(_all(person), keys=NEWEST_FIRST, after=after, descending=True)


def every_proposal(person: Person) -> Iterator[PairProposal]:
    """All that `proposals_page` shows a page of, for a file."""
    for page in pages_of(_all(person), keys=NEWEST_FIRST, descending=True):
        yield from page.rows


def asking(person: Person, today: date) -> ColumnElement[bool]:
    """The condition that a proposal waits for the answer of this person."""
    answered = select(PairAnswer.proposal_id).where(
        PairAnswer.proposal_id == PairProposal.id, PairAnswer.person_id == person.id
    )
    return and_(
        PairProposal.outcome.is_(None),
        or_(PairProposal.coach_id == person.id, PairProposal.supported_id == person.id),
        PairProposal.lapses_on >= today,
        ~answered.exists(),
    )


def waiting_among(
    coaches: Collection[UUID], supported: Collection[UUID], kind: str
) -> Sequence[PairProposal]:
    """The proposals of this kind without an outcome between any of these."""
    among = (
        _waiting()
        .where(PairProposal.coach_id.in_(coaches), PairProposal.supported_id.in_(supported))
        .where(PairProposal.kind == kind)
        .order_by(PairProposal.proposed_at)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(among).all()


def gone_by(organisation_id: UUID, today: date) -> Sequence[PairProposal]:
    """The proposals whose last day has gone by and that nobody has closed yet."""
    late = (
        _waiting()
        .where(PairProposal.organisation_id == organisation_id, PairProposal.lapses_on < today)
        .order_by(PairProposal.proposed_at)
        .limit(MOST_AT_ONCE)
    )
    return db.session.scalars(late).all()


def coordinators(organisation_id: UUID, today: date) -> Sequence[Person]:
    """Who coordinates the scheme here today, by name."""
    holding = (
        select(Person)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(Person.organisation_id == organisation_id, RoleHeld.role == "coordinator")
        .where(RoleHeld.covering(today), Person.working_here(today))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_COORDINATORS)
    )
    return db.session.scalars(holding).all()


def _waiting() -> Select[PairProposal]:
    return select(PairProposal).where(PairProposal.outcome.is_(None))


def _all(person: Person) -> Select[Any]:
    return select(PairProposal).where(PairProposal.organisation_id == person.organisation_id)
