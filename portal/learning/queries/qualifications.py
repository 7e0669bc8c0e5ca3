"""What one person holds: by what it is, the newest first."""

from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from portal.database import db
from portal.learning.models import Booking, Qualification
from portal.people.models import Person

MOST_HELD = 200


def held_by(person: Person) -> list[Qualification]:
    """What somebody holds and has held, what lasts longest first; nothing that was set aside."""
    held = (
        select(Qualification)
        .where(Qualification.person_id == person.id, Qualification.set_aside_on.is_(None))
        .order_by(Qualification.key, Qualification.awarded_on.desc(), Qualification.id)
        .limit(MOST_HELD)
    )
    return list(db.session.scalars(held))


def current(held: list[Qualification]) -> list[Qualification]:
    """Of each thing that is held the one that lasts longest, soonest to expire first."""
    best: dict[str, Qualification] = {}
    for each in held:
        known = best.get(each.key)
        if known is None or _lasts(each) > _lasts(known):
            best[each.key] = each
    return sorted(best.values(), key=lambda each: (_lasts(each), each.title))


def has_been_on(person: Person, course_key: str, day: date) -> bool:
    """Whether somebody holds a training of this course that still counts on a day."""
    return any(each.key == course_key and _lasts(each) >= day for each in current(held_by(person)))


def booking_of(qualification: Qualification) -> Booking | None:
    """The booking that a certificate came of."""
    return db.session.get(Booking, qualification.booking_id)


def lasts_longer(than: type[Qualification]) -> ColumnElement[bool]:
    """The condition that the same person holds the same for longer, or without an end."""
    other = aliased(Qualification)
    return (
        select(other.id)
        .where(other.person_id == than.person_id, other.key == than.key)
        .where(other.set_aside_on.is_(None))
        .where(other.expires_on.is_(None) | (other.expires_on > than.expires_on))
        .correlate(than)
        .exists()
    )


def _lasts(each: Qualification) -> date:
    return each.expires_on or date.max
