"""Putting aside that two people look like one, and taking that back."""

from sqlalchemy import select

from portal import audit
from portal.clock import now
from portal.database import db
from portal.people.models import Person, TwoPeople


def tell_apart(by: Person, one: Person, other: Person) -> TwoPeople:
    """Say that these two are two people; said before, it stays as it was said."""
    first, second = sorted([one.id, other.id])
    said = select(TwoPeople).where(TwoPeople.person_id == first, TwoPeople.other_id == second)
    two = db.session.scalar(said.limit(1))
    if two is None:
        two = TwoPeople(
            organisation_id=one.organisation_id,
            person_id=first,
            other_id=second,
            told_apart_by_id=by.id,
            told_apart_at=now(),
        )
        db.session.add(two)
        db.session.flush()
        audit.record(by, "people.told_apart", two, person=str(first), other=str(second))
    return two


def withdraw_two_people(by: Person, two: TwoPeople) -> None:
    """Take back that they are two: they are looked at again."""
    whom = {"person": str(two.person_id), "other": str(two.other_id)}
    audit.record(by, "people.told_apart_withdrawn", two, **whom)
    db.session.delete(two)
    db.session.flush()
