"""Who may read, write and sign the support and assessment agreement."""

from portal.induction.models import Agreement, AgreementPart, Induction
from portal.induction.policies.signatures import parties_of
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def agreement(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def agreement_version(person: Person, agreement: Agreement) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, agreement.induction)


def begin_agreement(person: Person, induction: Induction) -> bool:
    """While the year lasts: the person, the assessor, the manager and the coordinator."""
    if parties_of(person, induction):
        return True
    here = person.organisation_id == induction.organisation_id
    return here and induction.is_open and person.has_role("coordinator")


def write_agreement_part(person: Person, part: AgreementPart) -> bool:
    """While the year lasts, whoever signs it: the person, the assessor and the manager."""
    return bool(parties_of(person, part.agreement.induction))


def sign_agreement(person: Person, agreement: Agreement) -> bool:
    """While the year lasts: the person, the assessor and the manager, each for themself."""
    return bool(parties_of(person, agreement.induction))
