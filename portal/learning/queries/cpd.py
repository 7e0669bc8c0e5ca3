"""Somebody's own drafts for the regulator, and what they wrote that one could be made of."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import load_only

from portal.clock import LONDON
from portal.database import db
from portal.learning import cpd
from portal.learning.models import CpdDraft
from portal.people.models import Person
from portal.standards.models import Piece

MOST_DRAFTS = 50
MOST_PROPOSED = 20


def drafts_of(person: Person, ends_on: date) -> list[CpdDraft]:
    """Somebody's drafts for the year that ends on a day, in the order in which they began."""
    mine = (
        select(CpdDraft)
        .where(CpdDraft.person_id == person.id, CpdDraft.year_ends_on == ends_on)
        .order_by(CpdDraft.begun_at, CpdDraft.id)
        .limit(MOST_DRAFTS)
    )
    return list(db.session.scalars(mine))


def proposed(person: Person, drafts: list[CpdDraft], ends_on: date) -> list[Piece]:
    """What somebody wrote in that year themself and has made no draft of, the last first."""
    since = datetime.combine(cpd.start_of_year(ends_on), time.min, LONDON)
    used: set[UUID] = {each.from_id for each in drafts if each.from_id}
    mine = (
        select(Piece)
        .options(load_only(Piece.title, Piece.kind, Piece.worked_at))
        .where(Piece.person_id == person.id, Piece.deleted_at.is_(None), Piece.text != "")
        .where(Piece.worked_at >= since, Piece.id.not_in(used))
        .order_by(Piece.worked_at.desc(), Piece.id)
        .limit(MOST_PROPOSED)
    )
    return list(db.session.scalars(mine))
