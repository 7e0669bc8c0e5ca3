"""Who supports whom, and when they last met."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from portal.database import db
from portal.home.queries.counting import Counted, counted
from portal.mentoring.models import Pairing, Session
from portal.people.models import Person

MOST_PAIRS = 20


def supporters(person: Person, today: date) -> list[Any]:
    """Who coaches or mentors this person today, and when they last met."""
    return _pairs(Pairing.supported_id == person.id, today)


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
    last = select(func.max(Session.held_on)).where(Session.pairing_id == Pairing.id)
    return list(
        db.session.execute(
            select(Pairing, last.correlate(Pairing).scalar_subquery().label("last_on"))
            .where(which, Pairing.covering(today))
            .order_by(Pairing.kind, Pairing.started_on, Pairing.id)
            .limit(MOST_PAIRS)
        )
    )
