"""Who may see and tick what is to be done around somebody's first day."""

from portal.induction.models import FirstWeeksTask, Induction
from portal.induction.policies.years import accompanies, see_induction
from portal.people.models import Person

FOR_SOMEBODY_HERE = ("it", "coach")


def first_weeks(person: Person, induction: Induction) -> bool:
    """The person, the coordinator and HR; assessor and manager while the year lasts."""
    if see_induction(person, induction):
        return True
    return person.organisation_id == induction.organisation_id and person.has_role("hr")


def record_task(person: Person, task: FirstWeeksTask) -> bool:
    """Whoever it is for; what IT or a coach does: the manager, HR or the coordinator."""
    induction = task.induction
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    if task.owner == "nqsw" or induction.person_id == person.id:
        return induction.person_id == person.id and task.owner in ("nqsw", "coach")
    if person.has_role("coordinator"):
        return True
    return _is_for(person, task)


def take_back_task(person: Person, task: FirstWeeksTask) -> bool:
    """Whoever it is for; what IT or a coach does: the manager, HR or the coordinator."""
    return record_task(person, task)


def answer_promise(person: Person, induction: Induction) -> bool:
    """Only the person whose year it is, while it lasts."""
    return induction.person_id == person.id and induction.is_open


def see_answer(person: Person, induction: Induction) -> bool:
    """The person; the coordinator where the person chose to tell them. Nobody else."""
    if person.organisation_id != induction.organisation_id:
        return False
    return induction.person_id == person.id or person.has_role("coordinator")


def see_first_weeks(person: Person) -> bool:
    """Managers, assessors, HR and coordinators: what is theirs to do for people who start."""
    return person.has_role("manager", "assessor", "hr", "coordinator")


def _is_for(person: Person, task: FirstWeeksTask) -> bool:
    induction = task.induction
    if task.owner == "assessor":
        return induction.is_assessed_by(person)
    if task.owner == "hr":
        return person.has_role("hr")
    is_manager = accompanies(person, induction) and induction.is_managed_by(person)
    if task.owner == "manager":
        return is_manager
    return task.owner in FOR_SOMEBODY_HERE and (is_manager or person.has_role("hr"))
