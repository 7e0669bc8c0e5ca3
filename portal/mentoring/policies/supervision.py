"""Who may log supervision and groups, and put them right."""

from datetime import timedelta

from portal.clock import today
from portal.mentoring.models import HELD, MISSED, Session
from portal.people.models import Person

LEADING = ("coach", "mentor", "assessor", "manager", "consultant", "coordinator")
STILL_MOVES = timedelta(days=60)


def see_my_supervision(person: Person) -> bool:
    """Everybody who works here: their own supervision, on either side."""
    return person.is_active


def log_supervision(person: Person) -> bool:
    """Everybody who works here; the form offers their manager and who reports to them."""
    return person.is_active


def correct_supervision(person: Person, session: Session) -> bool:
    """Either of the two, for 14 days after it was held or logged."""
    return session.joins(person) and session.state == HELD and session.is_correctable


def move_supervision(person: Person, session: Session) -> bool:
    """Either of the two: what was planned, or was missed in the last 60 days, to another day."""
    if not session.joins(person) or session.moved_to_on is not None:
        return False
    missed_lately = session.state == MISSED and session.held_on >= today() - STILL_MOVES
    return session.is_planned or missed_lately


def miss_supervision(person: Person, session: Session) -> bool:
    """Either of the two, once the day that was planned has come."""
    return session.joins(person) and session.is_planned and session.held_on <= today()


def log_group(person: Person) -> bool:
    """Coaches, mentors, assessors, consultants, managers and the coordinator: what they led."""
    return person.has_role(*LEADING)
