"""The parts that people have in one year: whose agreement a change needs, and who gives which."""

from portal.induction.models import Induction
from portal.people.models import Person


def parts_of(person: Person, induction: Induction) -> list[str]:
    """The parts that this person has today; whoever covers for the manager has that part."""
    has = {
        "worker": induction.person_id == person.id,
        "assessor": induction.is_assessed_by(person),
        "manager": induction.is_managed_by(person),
        "coordinator": person.has_role("coordinator") and induction.person_id != person.id,
    }
    return [part for part, is_theirs in has.items() if is_theirs]


def parts_needed(induction: Induction) -> list[str]:
    """The parts that are to agree: an assessor or manager only where there is one."""
    post = induction.post
    has = {
        "worker": True,
        "assessor": induction.todays_assessor_id is not None,
        "manager": post is not None and post.manager_id is not None,
        "coordinator": True,
    }
    return [part for part, is_needed in has.items() if is_needed]


def name_of(part: str, induction: Induction, manager: Person | None) -> str:
    """Who has a part, by name where it is one person."""
    people = {"worker": induction.person, "assessor": induction.assessor, "manager": manager}
    person = people.get(part)
    return person.name if person else "A coordinator"
