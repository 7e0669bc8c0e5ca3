"""Who may read, write and sign what a pair agreed about working together."""

from portal.mentoring.models import PairAgreement, Pairing
from portal.people.models import Person


def see_agreement(person: Person, pairing: Pairing) -> bool:
    """Only the two of the pair; the coordinator is told the day on which both had signed."""
    return pairing.joins(person)


def write_agreement(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers, or before its first day."""
    is_to_come_or_lasts = pairing.is_open or not pairing.has_ended
    return pairing.joins(person) and is_to_come_or_lasts


def sign_agreement(person: Person, agreement: PairAgreement) -> bool:
    """The one of the two who did not write it, until it is signed or the pairing has ended."""
    waits_for = agreement.waits_for
    is_theirs = waits_for is not None and waits_for.id == person.id
    return is_theirs and write_agreement(person, agreement.pairing)
