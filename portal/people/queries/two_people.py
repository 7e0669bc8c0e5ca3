"""Pairs that looked like one person and were put aside as two people."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.people.models import Person, TwoPeople
from portal.web.lists import SIZE, Page, page_of


def two_people(organisation_id: UUID, after: str | None, size: int = SIZE) -> Page:
    """Each pair with the two people and whoever said so, latest first, 50 at a time."""
    one, other, by = aliased(Person), aliased(Person), aliased(Person)
    pairs: Any = (
        select(TwoPeople, one, other, by)
        .join(one, one.id == TwoPeople.person_id)
        .join(other, other.id == TwoPeople.other_id)
        .join(by, by.id == TwoPeople.told_apart_by_id)
        .where(TwoPeople.organisation_id == organisation_id)
    )
    keys = [TwoPeople.told_apart_at, TwoPeople.id]
    return page_of(pairs, keys=keys, after=after, size=size, descending=True)


def colleague(organisation_id: UUID, person_id: UUID) -> Person | None:
    """Whoever this is, if they are of this organisation."""
    of_here = select(Person).where(Person.organisation_id == organisation_id)
    return db.session.scalar(of_here.where(Person.id == person_id))
