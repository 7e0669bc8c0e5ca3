"""Who may see and confirm which documents were seen in the case system."""

from portal.induction.models import Induction
from portal.induction.models.verifications import Verification
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def verifications(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def verify_document(person: Person, induction: Induction) -> bool:
    """The assessor, while the year lasts: whoever says that they saw a document saw it."""
    same = person.organisation_id == induction.organisation_id
    return same and induction.is_open and induction.is_assessed_by(person)


def change_verification(person: Person, verification: Verification) -> bool:
    """The assessor, while the year lasts and until the person has confirmed it."""
    return verify_document(person, verification.induction) and not verification.is_confirmed


def confirm_verification(person: Person, verification: Verification) -> bool:
    """Only the person whose document it is, while the year lasts."""
    induction = verification.induction
    same = person.organisation_id == induction.organisation_id
    return same and induction.is_open and induction.person_id == person.id
