"""Who may see and change an induction year."""

from portal.induction.models import Induction, InductionItem
from portal.people.models import Person

OWN_ITEMS = ("nqsw", "both")


def see_my_year(person: Person) -> bool:
    """Everybody, their own year."""
    return True


def see_induction(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    if person.organisation_id != induction.organisation_id:
        return False
    if induction.person_id == person.id or person.has_role("coordinator"):
        return True
    return accompanies(person, induction)


def accompanies(person: Person, induction: Induction) -> bool:
    """Assessor, manager and whoever covers for the manager, while the year lasts."""
    accompanying = induction.is_assessed_by(person) or induction.is_managed_by(person)
    return accompanying and induction.is_open


def see_inductions(person: Person) -> bool:
    """Induction coordinators, ASYE assessors and managers; the list holds whom they accompany."""
    return person.has_role("coordinator", "assessor", "manager")


def programmes(person: Person) -> bool:
    """Whoever accompanies inductions, administrators and HR: what a programme gives, no names."""
    return see_inductions(person) or person.has_role("admin", "hr")


def enrol(person: Person) -> bool:
    """The induction coordinator."""
    return person.has_role("coordinator")


def record_item_held(person: Person, item: InductionItem) -> bool:
    """While the year lasts: its owner for their own items, their assessor, and the coordinator."""
    induction = item.induction
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    if induction.person_id == person.id:
        return item.owner in OWN_ITEMS
    return induction.is_assessed_by(person) or person.has_role("coordinator")


def book_item(person: Person, item: InductionItem) -> bool:
    """While the year lasts: its owner for their own items, their assessor, and the coordinator."""
    return record_item_held(person, item)


def correct_item(person: Person, item: InductionItem) -> bool:
    """While the year lasts: its owner for their own items, their assessor, and the coordinator."""
    return record_item_held(person, item)
