"""What comes after a year: the wish for a next programme, and all years of one person."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from portal.database import db
from portal.induction.models import Induction, NextProgrammeWish
from portal.induction.queries.years import MOST_OF_A_PERSON


def wish_of(induction_id: UUID) -> NextProgrammeWish | None:
    """What the person of a year asked to go on with, if they did."""
    found = select(NextProgrammeWish).where(NextProgrammeWish.induction_id == induction_id)
    return db.session.scalar(found)


def years_of(person_id: UUID) -> Sequence[Induction]:
    """Every year of one person, the latest first."""
    found = (
        select(Induction)
        .where(Induction.person_id == person_id)
        .options(lazyload(Induction.posts))
        .order_by(Induction.started_on.desc(), Induction.id)
        .limit(MOST_OF_A_PERSON)
    )
    return db.session.scalars(found).all()
