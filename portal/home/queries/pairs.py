"""Who supports whom, when they last met, who is asked to be paired, and what relief they have."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, and_, func, null, or_, select, union_all
from sqlalchemy.orm import joinedload, lazyload

from portal.database import db
from portal.home.queries.counting import Counted, counted
from portal.mentoring import relieved
from portal.mentoring.models import (
    PLANNED,
    CoachRelief,
    Pairing,
    PairProposal,
    PlannedSession,
    ReliefMonth,
    Session,
)
from portal.mentoring.queries import asking, relief_under_way
from portal.people.asker import KEPT, asker, given
from portal.people.models import Person

MOST_PAIRS = 20
MOST_OWN = 30
CONCERNED = ("coach", "mentor", "manager", "consultant")
"""Who has relief from casework, or agrees to it."""
# Read beside what may be missing, so their names are looked up and never asked for.
NAMES = (
    Pairing.coach, Pairing.supported,
    PairProposal.coach, PairProposal.supported, PairProposal.proposed_by, CoachRelief.coach,
)  # fmt: skip


@dataclass(frozen=True)
class Own:
    """Who supports somebody, when they last and next meet, and what waits for a yes or no.

    `reliefs` are those from casework that concern them, with what became of the month before.
    """

    supporters: list[Any]
    asked: list[PairProposal]
    reliefs: list[tuple[CoachRelief, ReliefMonth | None]]


def own(person: Person, today: date) -> Own:
    """What somebody is supported by, asked, and reminded of: all at once."""
    rows = list(db.session.execute(_own(asker(person), today), given(person)))
    pairs = [(pairing, *met) for pairing, *met, _, _, _ in rows if pairing]
    proposals = [proposal for _, _, _, proposal, _, _ in rows if proposal]
    return Own(pairs, proposals, [(relief, month) for *_, relief, month in rows if relief])


@lru_cache(KEPT)
def _own(person: Any, today: date) -> Any:
    """The statement for whoever holds these roles, on one day."""
    nothing = null().cast(Uuid)
    supported = select(Pairing.id, nothing.label("proposal_id"), nothing.label("relief_id")).where(
        Pairing.supported_id == person.id, Pairing.covering(today)
    )
    asked = select(nothing, PairProposal.id, nothing).where(asking(person, today))
    relief = relief_under_way(person).with_only_columns(nothing, nothing, CoachRelief.id)
    concerned = [relief] if person.has_role(*CONCERNED) else []
    found = union_all(supported, asked, *concerned).subquery()
    before = relieved.month_of(relieved.month_of(today) - timedelta(days=1))
    told = and_(ReliefMonth.relief_id == CoachRelief.id, ReliefMonth.month_on == before)
    return (
        select(Pairing, _last_on(), _next_on(), PairProposal, CoachRelief, ReliefMonth)
        .select_from(found)
        .outerjoin(Pairing, Pairing.id == found.c.id)
        .outerjoin(PairProposal, PairProposal.id == found.c.proposal_id)
        .outerjoin(CoachRelief, CoachRelief.id == found.c.relief_id)
        .outerjoin(ReliefMonth, told)
        .options(*(joinedload(name, innerjoin=False) for name in NAMES))
        .options(lazyload(PairProposal.answers))
        .order_by(Pairing.kind, Pairing.started_on, Pairing.id, PairProposal.proposed_at)
        .order_by(CoachRelief.started_on, CoachRelief.id)
        .limit(MOST_OWN)
    )


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
