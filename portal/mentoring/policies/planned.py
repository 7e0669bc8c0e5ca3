"""Who may plan the next session of a pair, and say what became of it."""

from portal.mentoring.models import Pairing, PlannedSession
from portal.mentoring.policies.pairs import record_session
from portal.people.models import Person


def plan_session(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return record_session(person, pairing)


def move_planned(person: Person, planned: PlannedSession) -> bool:
    """Either of the two; what was settled already leads back to their page."""
    return plan_session(person, planned.pairing)


def miss_planned(person: Person, planned: PlannedSession) -> bool:
    """Either of the two, from its day on; what was settled already leads back to their page."""
    return planned.has_come and plan_session(person, planned.pairing)
