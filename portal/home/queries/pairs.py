"""Who supports whom, when they last met, and who is asked whether they want to be paired."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, func, null, or_, select, union_all
from sqlalchemy.orm import joinedload, lazyload

from portal.database import db
from portal.home.queries.counting import Counted, counted
from portal.mentoring.models import PLANNED, Pairing, PairProposal, PlannedSession, Session
from portal.mentoring.queries import asking
from portal.people.models import Person

MOST_PAIRS = 20
# Read beside what may be missing, so their names are looked up and never asked for.
NAMES = (
    Pairing.coach, Pairing.supported,
    PairProposal.coach, PairProposal.supported, PairProposal.proposed_by,
)  # fmt: skip


@dataclass(frozen=True)
class Own:
    """Who supports somebody, when they last and next meet, and what waits for a yes or no."""

    supporters: list[Any]
    asked: list[PairProposal]


def own(person: Person, today: date) -> Own:
    """The pairings in which somebody is supported, and the proposals that ask them: at once."""
    supported = select(Pairing.id, null().cast(Uuid).label("proposal_id")).where(
        Pairing.supported_id == person.id, Pairing.covering(today)
    )
    asked = select(null().cast(Uuid), PairProposal.id).where(asking(person, today))
    found = union_all(supported, asked).subquery()
    each: Any = (
        select(Pairing, _last_on(), _next_on(), PairProposal)
        .select_from(found)
        .outerjoin(Pairing, Pairing.id == found.c.id)
        .outerjoin(PairProposal, PairProposal.id == found.c.proposal_id)
        .options(*(joinedload(name, innerjoin=False) for name in NAMES))
        .options(lazyload(PairProposal.answers))
        .order_by(Pairing.kind, Pairing.started_on, Pairing.id, PairProposal.proposed_at)
        .limit(MOST_PAIRS)
    )
    rows = list(db.session.execute(each))
    pairs = [(pairing, last_on, next_on) for pairing, last_on, next_on, _ in rows if pairing]
    return Own(pairs, [proposal for *_, proposal in rows if proposal])


def pairs_of(person: Person, today: date) -> list[Any]:
    """The pairings that this person is in today, on either side, and when each last met."""
    return _pairs(or_(Pairing.supported_id == person.id, Pairing.coach_id == person.id), today)


def open_pairs(organisation_id: UUID, today: date) -> Counted:
    """How many people have a coach or a mentor."""
    paired = select(Pairing.supported_id).where(
        Pairing.organisation_id == organisation_id, Pairing.covering(today)
    )
    return counted(paired.group_by(Pairing.supported_id))


def _pairs(which: ColumnElement[bool], today: date) -> list[Any]:
    return list(
        db.session.execute(
            select(Pairing, _last_on())
            .where(which, Pairing.covering(today))
            .order_by(Pairing.kind, Pairing.started_on, Pairing.id)
            .limit(MOST_PAIRS)
        )
    )


def _last_on() -> Any:
    last = select(func.max(Session.held_on)).where(Session.pairing_id == Pairing.id)
    return last.correlate(Pairing).scalar_subquery().label("last_on")


def _next_on() -> Any:
    planned = select(func.min(PlannedSession.meets_on)).where(
        PlannedSession.pairing_id == Pairing.id, PlannedSession.state == PLANNED
    )
    return planned.correlate(Pairing).scalar_subquery()
