"""How much a team carries for others: whom its people support and assess, and its own new ones."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select

from portal.home.queries.counting import Counted, counted_each
from portal.induction.models import Induction
from portal.mentoring.models import Pairing
from portal.people.models import Post, Unit


@dataclass(frozen=True)
class TeamLoad:
    """Numbers of today; nobody is named."""

    new: Counted
    without_helper: Counted
    without_assessor: Counted
    supports: Counted
    assesses: Counted


def load_of(unit_id: UUID, day: date) -> TeamLoad:
    """What the people of a team and of its pods carry on a day, in one statement."""
    pods = select(Unit.id).where(Unit.parent_id == unit_id)
    here: Any = select(Post.person_id).where(
        or_(Post.unit_id == unit_id, Post.unit_id.in_(pods)),
        Post.covering(day),
        Post.person_id.is_not(None),
    )
    running = select(Induction.id).where(Induction.started_on <= day, Induction.ended_on.is_(None))
    new = running.where(Induction.person_id.in_(here))
    helped = exists().where(Pairing.supported_id == Induction.person_id, Pairing.covering(day))
    return TeamLoad(
        *counted_each(
            new,
            new.where(~helped),
            new.where(Induction.assessor_id.is_(None)),
            select(Pairing.id).where(Pairing.coach_id.in_(here), Pairing.covering(day)),
            running.where(Induction.assessor_id.in_(here)),
        )
    )
