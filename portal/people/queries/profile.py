"""What people say about themselves, and whether they are away."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, select

from portal.database import db
from portal.people import strengths
from portal.people.models import DaysAway, Person, PersonStrength

MOST = 200  # strengths, each with the days away of today: no more than a few


def strengths_of(person_id: UUID) -> list[str]:
    """The keys of what somebody can help with, in the order of the pages."""
    kept = select(PersonStrength.strength).where(PersonStrength.person_id == person_id)
    ordered = kept.order_by(PersonStrength.strength).limit(len(strengths.STRENGTHS) + 10)
    return strengths.known(db.session.scalars(ordered))


def strengths_and_away(person_id: UUID, day: date) -> tuple[list[str], DaysAway | None]:
    """What somebody can help with, and the days away that cover this day (1 statement).

    Where several cover it, those that end last, or whose end nobody knows.
    """
    is_away = and_(DaysAway.person_id == Person.id, DaysAway.covering(day))
    found = (
        select(PersonStrength.strength, DaysAway)
        .select_from(Person)
        .outerjoin(PersonStrength, PersonStrength.person_id == Person.id)
        .outerjoin(DaysAway, is_away)
        .where(Person.id == person_id)
        .order_by(PersonStrength.strength, DaysAway.ended_on, DaysAway.id)
        .limit(MOST)
    )
    rows = db.session.execute(found).all()
    away = [row[1] for row in rows if row[1] is not None]
    return strengths.known(row[0] for row in rows), max(away, key=_lasts, default=None)


def _lasts(away: DaysAway) -> date:
    return away.ended_on or date.max
