"""Who may find a consultant, open slots, book them, and say what became of them."""

from portal.people.models import Person
from portal.support.models import Consultation, ConsultationSlot

CONSULTANT = "consultant"


def see_consultants(person: Person) -> bool:
    """Everybody who works here."""
    return person.is_active


def see_consultant(person: Person, other: Person) -> bool:
    """Everybody of the organisation, of whoever is a consultant in it today."""
    same = person.organisation_id == other.organisation_id
    return same and other.is_active and other.has_role(CONSULTANT)


def see_consultations(person: Person) -> bool:
    """Everybody, what they booked themselves."""
    return person.is_active


def open_slots(person: Person) -> bool:
    """Consultants, their own."""
    return person.has_role(CONSULTANT)


def withdraw_slot(person: Person, slot: ConsultationSlot) -> bool:
    """The consultant whose slot it is; one that is booked has to be cancelled."""
    return person.id == slot.consultant_id


def book_slot(person: Person, slot: ConsultationSlot) -> bool:
    """Everybody of the organisation; what cannot be booked is answered with what is free.

    Nobody books themselves: to its consultant a slot is never free.
    """
    return person.organisation_id == slot.organisation_id


def see_consultation(person: Person, consultation: Consultation) -> bool:
    """Who booked it, and the consultant."""
    return consultation.is_of(person)


def cancel_consultation(person: Person, consultation: Consultation) -> bool:
    """Either of the two, until one of them said what became of it."""
    return consultation.is_of(person) and consultation.is_booked


def hold_consultation(person: Person, consultation: Consultation) -> bool:
    """The consultant, from the time on at which it begins."""
    mine = person.id == consultation.slot.consultant_id
    return mine and consultation.is_booked and consultation.slot.has_begun
