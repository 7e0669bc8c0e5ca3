"""Who goes with whom to court: the two alone."""

from portal.court.models import CourtSupport
from portal.people.models import Person

CONSULTANT = "consultant"


def see_court(person: Person) -> bool:
    """Everybody who works here: their own matters, and those of whom they go with."""
    return person.is_active


def start_court(person: Person) -> bool:
    """Everybody who works here, for themselves: they choose who goes with them."""
    return person.is_active


def offer_court(person: Person) -> bool:
    """Consultant social workers offer to go with somebody."""
    return person.has_role(CONSULTANT)


def see_court_support(person: Person, support: CourtSupport) -> bool:
    """The practitioner and the consultant who goes with them now, and nobody else."""
    return person.id in (support.practitioner_id, support.consultant_id)


def answer_offer(person: Person, support: CourtSupport) -> bool:
    """The practitioner, once, to what was offered."""
    return person.id == support.practitioner_id and support.accepted_on is None


def record_step(person: Person, support: CourtSupport) -> bool:
    """Either of the two, once the practitioner has said yes."""
    return see_court_support(person, support) and support.accepted_on is not None


def set_days(person: Person, support: CourtSupport) -> bool:
    """Either of the two, once the practitioner has said yes."""
    return record_step(person, support)


def go_through_checklist(person: Person, support: CourtSupport) -> bool:
    """Either of the two, each their own side of it."""
    return record_step(person, support)


def write_debrief(person: Person, support: CourtSupport) -> bool:
    """Either of the two: they write it together."""
    return record_step(person, support)


def decide_ready(person: Person, support: CourtSupport) -> bool:
    """The consultant who goes with them now."""
    return person.id == support.consultant_id and record_step(person, support)


def hand_over_court(person: Person, support: CourtSupport) -> bool:
    """Either of the two: the consultant who cannot go on, or who needs another one."""
    return see_court_support(person, support)


def end_court(person: Person, support: CourtSupport) -> bool:
    """Either of the two, whenever they like: everything of the matter is deleted."""
    return see_court_support(person, support)
