"""Whose signature a text of the year waits for, and who may read what was signed."""

from portal.induction import signing
from portal.induction.models import HandOver, Induction, SignedText
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def parties_of(person: Person, induction: Induction) -> list[str]:
    """As which parties somebody signs for a year while it lasts: mostly one, seldom two."""
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return []
    if induction.person_id == person.id:
        return [signing.NQSW]
    found = [signing.ASSESSOR] if induction.is_assessed_by(person) else []
    return [*found, signing.MANAGER] if induction.is_managed_by(person) else found


def parties_of_hand_over(person: Person, hand_over: HandOver) -> list[str]:
    """As whom somebody confirms a hand-over: the one before up to two weeks after its day."""
    induction = hand_over.induction
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return []
    if induction.person_id == person.id:
        return [signing.NQSW]
    if hand_over.to_id == person.id:
        return [signing.NEXT_ASSESSOR]
    if hand_over.from_id == person.id and hand_over.takes_the_word_of_both:
        return [signing.ASSESSOR]
    return []


def signed_text(person: Person, text: SignedText) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, text.induction)
