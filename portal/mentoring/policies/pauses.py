"""Who may pause a pairing, and let it go on."""

from portal.mentoring.models import Pairing, PairPause
from portal.people.models import Person


def pause_pairing(person: Person, pairing: Pairing) -> bool:
    """Either of the two, until the pairing has ended."""
    return pairing.joins(person) and not pairing.has_ended


def resume_pairing(person: Person, pause: PairPause) -> bool:
    """Either of the two, while the pause lasts or is to come."""
    return pause_pairing(person, pause.pairing) and not pause.is_over
