"""The assessors of a year over time, and what the summary of a hand-over says."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import HandOver, Induction
from portal.induction.queries.years import todays_assessor
from portal.mentoring.queries import mentored_by

MOST = 50
MOST_AT_ONCE = 20_000


def hand_overs_of(induction: Induction) -> list[HandOver]:
    """Every change of a year's assessor, the latest first; those taken back too."""
    found = (
        select(HandOver)
        .where(HandOver.induction_id == induction.id)
        .options(lazyload(HandOver.induction))
        .order_by(HandOver.from_on.desc(), HandOver.planned_on.desc(), HandOver.id)
        .limit(MOST)
    )
    return list(db.session.scalars(found))


def is_mentor_of(person_id: UUID, supported_id: UUID) -> bool:
    """Whether somebody mentors the other, is about to or is asked to, with nothing approved."""
    return bool(mentored_by(person_id, [supported_id], today()))


def assessors_of(people: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """Who assesses each of these people today, and who is about to."""
    found = (
        select(Induction.person_id, todays_assessor(), Induction.next_assessor_id)
        .where(Induction.person_id.in_(people))
        .where(or_(Induction.ended_on.is_(None), Induction.ended_on >= today()))
        .limit(MOST_AT_ONCE)
    )
    assessors: dict[UUID, set[UUID]] = defaultdict(set)
    for person_id, *assessing in db.session.execute(found):
        assessors[person_id].update(filter(None, assessing))
    return assessors
