"""Who may see, start, extend and end an extra support plan."""

from portal.induction.models import Induction, SupportPlan
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def support_plan(person: Person, induction: Induction) -> bool:
    """Whoever sees the year, and HR."""
    if see_induction(person, induction):
        return True
    return person.organisation_id == induction.organisation_id and person.has_role("hr")


def see_support_plan(person: Person, plan: SupportPlan) -> bool:
    """Whoever sees the year, and HR; the panel only while the plan is open."""
    if support_plan(person, plan.induction):
        return True
    here = person.organisation_id == plan.organisation_id
    return here and plan.is_open and person.has_role("panel")


def start_support_plan(person: Person, induction: Induction) -> bool:
    """While the year lasts: the assessor, the manager and the coordinator."""
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    if induction.person_id == person.id:
        return False
    if induction.is_assessed_by(person) or induction.is_managed_by(person):
        return True
    return person.has_role("coordinator")


def extend_support_plan(person: Person, plan: SupportPlan) -> bool:
    """While the plan is open: the assessor, the manager and the coordinator."""
    return plan.is_open and start_support_plan(person, plan.induction)


def correct_support_plan(person: Person, plan: SupportPlan) -> bool:
    """While the plan is open: the assessor, the manager and the coordinator."""
    return plan.is_open and start_support_plan(person, plan.induction)


def end_support_plan(person: Person, plan: SupportPlan) -> bool:
    """While the plan is open: the assessor, the manager and the coordinator."""
    return plan.is_open and start_support_plan(person, plan.induction)
