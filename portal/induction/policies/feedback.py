"""Who may ask for feedback, type it in, read it first and read it then."""

from portal.induction import giving
from portal.induction.models import Feedback, FeedbackRequest, Induction
from portal.induction.policies.observations import plan_observation
from portal.induction.policies.years import accompanies, see_induction
from portal.people.models import Person


def feedback(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def ask_for_feedback(person: Person, induction: Induction) -> bool:
    """While the year lasts: the person, their assessor, and the coordinator."""
    return plan_observation(person, induction)


def feedback_on_paper(person: Person, induction: Induction) -> bool:
    """While the year lasts: the person, their assessor, and the coordinator."""
    return plan_observation(person, induction)


def type_in_feedback(person: Person, induction: Induction) -> bool:
    """While the year lasts: assessor and coordinator, who would read it first; never the person."""
    return induction.person_id != person.id and plan_observation(person, induction)


def remind(person: Person, request: FeedbackRequest) -> bool:
    """Whoever asked, while the year lasts, once."""
    return request.asked_by_id == person.id and request.induction.is_open


def feedback_to_read(person: Person) -> bool:
    """Assessors and coordinators; the list holds what waits for them to read it first."""
    return person.has_role("assessor", "coordinator")


def read_feedback(person: Person, feedback: Feedback) -> bool:
    """Whoever reads first: the assessor or the coordinator, never the person it is about."""
    induction = feedback.induction
    if person.organisation_id != induction.organisation_id or induction.person_id == person.id:
        return False
    return induction.is_assessed_by(person) or person.has_role("coordinator")


def keep_feedback_back(person: Person, feedback: Feedback) -> bool:
    """Whoever reads first: the assessor or the coordinator, never the person it is about."""
    return read_feedback(person, feedback)


def take_back_feedback(person: Person, feedback: Feedback) -> bool:
    """Whoever reads first: the assessor or the coordinator, never the person it is about."""
    return read_feedback(person, feedback)


def forget_feedback(person: Person, feedback: Feedback) -> bool:
    """Whoever reads first: the assessor or the coordinator, never the person it is about."""
    return read_feedback(person, feedback)


def words_of_feedback(person: Person, feedback: Feedback) -> bool:
    """Once it was passed on: the person, the assessor while the year lasts, the coordinator."""
    induction = feedback.induction
    if feedback.state != giving.PASSED_ON or not see_induction(person, induction):
        return False
    if induction.person_id == person.id or person.has_role("coordinator"):
        return True
    return induction.is_assessed_by(person) and accompanies(person, induction)
