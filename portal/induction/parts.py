"""The parts that people have in one year: whose agreement a change needs, and who gives which."""

from collections.abc import Collection

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


def part_to_give(person: Person, induction: Induction, agreed: Collection[str]) -> str:
    """The part in which this person's next agreement counts, or "".

    Four people agree. Whoever has two parts gives one at a time, so that a second one is a deed of
    its own, and the page says that one person gave both.
    """
    return next((part for part in parts_of(person, induction) if part not in agreed), "")


def holders_of(induction: Induction, manager: Person | None) -> dict[str, Person]:
    """Who has each part that is one person's; anybody who coordinates has the coordinator's."""
    people = {"worker": induction.person, "assessor": induction.assessor, "manager": manager}
    return {part: person for part, person in people.items() if person is not None}
