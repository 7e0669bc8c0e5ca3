"""Who may see what comes after a year, and ask to go on."""

from datetime import timedelta

from portal.clock import today
from portal.induction.models import Induction
from portal.people.models import Person

BEFOREHAND = timedelta(days=28)


def next_year(person: Person, induction: Induction) -> bool:
    """The person and the coordinator, from four weeks before the planned end on."""
    if person.organisation_id != induction.organisation_id:
        return False
    is_time = induction.planned_end_on <= today() + BEFOREHAND
    return is_time and (induction.person_id == person.id or person.has_role("coordinator"))


def ask_for_next(person: Person, induction: Induction) -> bool:
    """Only the person whose year it is, from four weeks before the planned end on."""
    return induction.person_id == person.id and next_year(person, induction)
