"""Who may propose that a year moves to another programme, and who decides it."""

from portal.induction.models import Induction
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def propose_move(person: Person, induction: Induction) -> bool:
    """The induction coordinator, while the year lasts."""
    same = person.organisation_id == induction.organisation_id
    return same and induction.is_open and person.has_role("coordinator")


def proposed_move(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def answer_move(person: Person, induction: Induction) -> bool:
    """Only the person whose year it is, while it lasts."""
    return induction.is_open and induction.person_id == person.id


def withdraw_move(person: Person, induction: Induction) -> bool:
    """The induction coordinator, while the year lasts."""
    return propose_move(person, induction)
