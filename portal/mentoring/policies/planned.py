"""Who may plan the next session of a pair, and say what became of it."""

from portal.mentoring.models import Pairing, PlannedSession
from portal.mentoring.policies.pairs import record_session
from portal.people.models import Person


def plan_session(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return record_session(person, pairing)


def move_planned(person: Person, planned: PlannedSession) -> bool:
    """Either of the two, until it was held, moved or said to be missed."""
    return planned.is_next and plan_session(person, planned.pairing)


def miss_planned(person: Person, planned: PlannedSession) -> bool:
    """Either of the two, from its day on, until it was held, moved or said to be missed."""
    return planned.has_come and move_planned(person, planned)
