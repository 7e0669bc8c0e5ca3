"""Who may see and do what with the evidence and the ratings of a year."""

from portal.induction.models import Induction
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def evidence(person: Person, induction: Induction) -> bool:
    """The person, coordinator, assessor and manager; only the first and the assessor see pieces."""
    return see_induction(person, induction)


def reads_pieces(person: Person, induction: Induction) -> bool:
    """The person, and the assessor while the year lasts: the others see counts."""
    return induction.person_id == person.id or suggest_standards(person, induction)


def suggest_standards(person: Person, induction: Induction) -> bool:
    """The assessor, while the year lasts."""
    same = person.organisation_id == induction.organisation_id
    return same and induction.is_open and induction.is_assessed_by(person)


def move_standards(person: Person, induction: Induction) -> bool:
    """The person by their own choice, and the coordinator, while the year lasts."""
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    return induction.person_id == person.id or person.has_role("coordinator")


def undo_standards_move(person: Person, induction: Induction) -> bool:
    """The person by their own choice, and the coordinator, while the year lasts."""
    return move_standards(person, induction)


def ratings(person: Person, induction: Induction) -> bool:
    """The person, coordinator, assessor and manager; each the views that are theirs to see."""
    return see_induction(person, induction)


def rate(person: Person, induction: Induction) -> bool:
    """The person about themself, and their assessor, while the year lasts."""
    same = person.organisation_id == induction.organisation_id
    rating = induction.person_id == person.id or induction.is_assessed_by(person)
    return same and induction.is_open and rating


def look_back(person: Person, induction: Induction) -> bool:
    """Only the person, while the year lasts."""
    return rate(person, induction) and induction.person_id == person.id


def share_rating(person: Person, induction: Induction) -> bool:
    """Only the person, while the year lasts."""
    return look_back(person, induction)
