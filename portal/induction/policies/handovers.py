"""Who may see, choose and hand over the assessor of a year."""

from portal.induction.models import HandOver, Induction
from portal.induction.policies.signatures import parties_of_hand_over
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def assessor(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def change_assessor(person: Person, induction: Induction) -> bool:
    """The induction coordinator, while the year lasts."""
    here = person.organisation_id == induction.organisation_id
    return here and induction.is_open and person.has_role("coordinator")


def hand_over(person: Person, hand_over: HandOver) -> bool:
    """Whoever sees the year, and the next assessor of it."""
    if see_induction(person, hand_over.induction):
        return True
    return bool(parties_of_hand_over(person, hand_over)) and hand_over.taken_back_on is None


def write_agreed_actions(person: Person, hand_over: HandOver) -> bool:
    """The assessor who hands over, the next one, and the coordinator, while the year lasts."""
    if change_assessor(person, hand_over.induction):
        return True
    return person.id != hand_over.induction.person_id and confirm_hand_over(person, hand_over)


def confirm_hand_over(person: Person, hand_over: HandOver) -> bool:
    """The person, the next assessor, and up to two weeks after it the one who hands over."""
    return bool(parties_of_hand_over(person, hand_over))


def take_back_hand_over(person: Person, hand_over: HandOver) -> bool:
    """The induction coordinator, while the year lasts."""
    return change_assessor(person, hand_over.induction)
